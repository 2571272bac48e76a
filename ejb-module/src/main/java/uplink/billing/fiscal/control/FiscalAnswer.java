package uplink.billing.fiscal.control;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service said.
 *
 * @param externalId its own id of the receipt
 * @param document what was printed
 */
public record FiscalAnswer(
        Told told, @Nullable String externalId, Map<String, Object> document, @Nullable String detail) {

    /** What it comes to. */
    public enum Told {
        /** It has the receipt, and has not printed it yet. */
        ACCEPTED,
        PRINTED,
        REFUSED,
        /** Silence, a fault of its own, nonsense: ask again. */
        NOTHING
    }

    static FiscalAnswer accepted(@Nullable String externalId) {
        return new FiscalAnswer(Told.ACCEPTED, externalId, Map.of(), null);
    }

    static FiscalAnswer printed(@Nullable String externalId, Map<String, Object> document) {
        return new FiscalAnswer(Told.PRINTED, externalId, document, null);
    }

    static FiscalAnswer refused(String detail) {
        return new FiscalAnswer(Told.REFUSED, null, Map.of(), detail);
    }

    static FiscalAnswer nothing(String detail) {
        return new FiscalAnswer(Told.NOTHING, null, Map.of(), detail);
    }
}

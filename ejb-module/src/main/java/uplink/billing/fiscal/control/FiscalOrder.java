package uplink.billing.fiscal.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalContent;
import uplink.billing.fiscal.boundary.FiscalKind;

/**
 * A receipt for its service.
 *
 * @param round grows when a failed one is sent again
 * @param externalId the service's own; null: it has not got the receipt, as far as anybody knows
 */
public record FiscalOrder(
        UUID id, int round, FiscalKind kind, FiscalContent content, Instant at, @Nullable String externalId) {

    /** Under which the service registers a receipt once, however often it is sent. */
    public String key() {
        return round == 1 ? id.toString() : id + "-" + round;
    }
}

package uplink.billing.ledger.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A row that breaks an invariant.
 *
 * @param invariant stable name of the broken invariant, for example {@code balance-equals-transfers}
 * @param subject what is wrong: an id, a number, a charge's key
 * @param customerId whose account it concerns; put into quarantine
 * @param detail the figures that do not agree
 */
public record Finding(String invariant, String subject, @Nullable UUID customerId, String detail) {

    /** What an invariant promises, in words. */
    public static Text promise(String invariant) {
        return Text.of("ledger.invariant." + invariant);
    }
}

package uplink.billing.dunning.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import uplink.shared.Coded;

/**
 * A service that does not follow the money.
 *
 * @param since off since, or due since
 * @param debt overdue now
 */
public record AccessGap(
        Kind kind,
        UUID customerId,
        String fullName,
        String contractNumber,
        UUID subscriptionId,
        LocalDate since,
        BigDecimal debt,
        String currency) {

    /** Which way round. */
    public enum Kind implements Coded {
        /** Off although nothing is owed that has a consequence. */
        PAID_BUT_OFF,
        /** On although the day had come on which service was to end. */
        UNPAID_BUT_ON
    }
}

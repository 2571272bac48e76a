package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import uplink.shared.Coded;

/**
 * Why a service is off that debt has taken away, and what brings it back: when the debt is paid, in the same moment.
 *
 * @param debt what is overdue now, on all of the customer's invoices
 */
public record Suspension(LocalDate since, Cause cause, BigDecimal debt, String currency) {

    Suspension owing(BigDecimal now) {
        return new Suspension(since, cause, now, currency);
    }

    /** Debt as such, or debt that was promised for in vain. */
    public enum Cause implements Coded {
        DEBT,
        BROKEN_PROMISE
    }
}

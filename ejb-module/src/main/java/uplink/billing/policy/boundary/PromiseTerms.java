package uplink.billing.policy.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A promised payment.
 *
 * @param offered false: nobody under this policy has it
 * @param termDays how long service goes on on a promise
 * @param fee charged for it; 0: nothing
 * @param intervalDays from the day of one promise to the next
 * @param tenureDays since the service began
 * @param paymentDays something must have been paid within so many days; null: it does not matter
 * @param debtLimit the largest overdue debt; null: any
 */
public record PromiseTerms(
        boolean offered,
        int termDays,
        BigDecimal fee,
        int intervalDays,
        int tenureDays,
        @Nullable Integer paymentDays,
        @Nullable BigDecimal debtLimit) {}

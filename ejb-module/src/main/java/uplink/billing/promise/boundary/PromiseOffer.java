package uplink.billing.promise.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may promise to pay, and on which terms.
 *
 * @param allowed whether it can be had now
 * @param reason why not, in the reader's language; null when it is allowed
 * @param availableFrom the first day on which that reason is gone; null when it is allowed, or no day can be told
 * @param active the promise that lasts; null: none
 * @param debt overdue now
 * @param fee for it; 0: none
 * @param termDays how long service goes on on it
 * @param endsOn the first day without it, were it given today; null when nothing is offered
 */
public record PromiseOffer(
        boolean allowed,
        @Nullable String reason,
        @Nullable LocalDate availableFrom,
        @Nullable GivenPromise active,
        BigDecimal debt,
        BigDecimal fee,
        int termDays,
        @Nullable LocalDate endsOn,
        String currency) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a service was off because of debt, or is.
 *
 * @param debt what was overdue then
 * @param endedOn the first day with service; null: it lasts
 * @param endedBy {@code money}, {@code promise}, {@code staff}, or {@code end} of the subscription
 * @param paymentId the payment that brought it back, where one did
 */
public record PastSuspension(
        LocalDate beganOn,
        Suspension.Cause cause,
        BigDecimal debt,
        String currency,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable UUID paymentId) {}

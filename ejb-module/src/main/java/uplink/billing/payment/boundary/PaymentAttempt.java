package uplink.billing.payment.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to a provider about a payment.
 *
 * @param kind {@code create} or {@code ask}
 * @param told what it said; null while it is under way, or when the caller died
 */
public record PaymentAttempt(
        UUID id,
        String kind,
        @Nullable PaymentStatus told,
        @Nullable String detail,
        Instant beganAt,
        @Nullable Instant endedAt) {}

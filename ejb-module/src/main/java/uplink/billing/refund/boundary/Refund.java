package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that goes back.
 *
 * @param externalId the provider's id of it
 * @param failure what the provider said when it came to nothing, or why it cannot be booked yet
 * @param confirmedAt when it was booked
 */
public record Refund(
        UUID id,
        UUID paymentId,
        UUID customerId,
        RefundKind kind,
        BigDecimal amount,
        String currency,
        String reason,
        RefundStatus status,
        @Nullable String externalId,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant confirmedAt) {}

package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credit of a customer that was paid out, or is to be.
 *
 * @param payee whose account at a bank; null: in cash
 * @param createdBy the name of who wants it
 * @param approvalId what the second person decides about; null: nobody had to be asked
 * @param paidAt when it was booked
 */
public record Payout(
        UUID id,
        UUID customerId,
        String customerName,
        String contractNumber,
        BigDecimal amount,
        String currency,
        PayoutMethod method,
        @Nullable Payee payee,
        String reason,
        PayoutStatus status,
        String createdBy,
        @Nullable UUID approvalId,
        Instant createdAt,
        @Nullable Instant paidAt) {}

package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund, a correction by hand or a pay-out that is large enough to need a second person.
 *
 * @param paymentId of a refund
 * @param refundId of a refund
 * @param payoutId of a pay-out
 * @param amount what goes back or out; of an adjustment what changes the balance, below zero too
 * @param beside what went out for the customer in the hours before, without a second person: it counts, too
 * @param askedBy the name of who wants it; never who decides
 * @param note why it was refused, or a remark
 * @param transferId of an adjustment that was approved
 */
public record Approval(
        UUID id,
        ApprovalKind kind,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable UUID paymentId,
        @Nullable UUID refundId,
        @Nullable UUID payoutId,
        BigDecimal amount,
        BigDecimal beside,
        String currency,
        String reason,
        ApprovalStatus status,
        UUID askedById,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable UUID transferId) {}

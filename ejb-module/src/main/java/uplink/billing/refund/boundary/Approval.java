package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund or a correction by hand that is large enough to need a second person.
 *
 * @param paymentId of a refund
 * @param refundId of a refund
 * @param amount what goes back; of an adjustment what changes the balance, below zero too
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
        BigDecimal amount,
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

package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;

/**
 * Money on its way back.
 *
 * @param provider the payment's
 * @param paymentExternalId the provider's id of the payment
 * @param externalId the provider's id of this
 * @param asked how often the provider was called about it
 */
public record Back(
        UUID id,
        UUID paymentId,
        UUID customerId,
        RefundKind kind,
        BigDecimal amount,
        String currency,
        String reason,
        PaymentMethod method,
        String provider,
        @Nullable String paymentExternalId,
        RefundStatus status,
        @Nullable String externalId,
        int asked,
        @Nullable UUID createdBy) {}

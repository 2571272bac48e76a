package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * A payment, locked, of which something is to go back.
 *
 * @param left what neither has gone back nor is on its way
 */
public record Refundable(
        UUID id,
        UUID customerId,
        PaymentMethod method,
        String provider,
        @Nullable String externalId,
        PaymentStatus status,
        BigDecimal left,
        BigDecimal refunded,
        String currency) {

    /** Whether the money went through a provider's page, so that it goes back by the provider. */
    public boolean isByProvider() {
        return externalId != null
                && (method == PaymentMethod.CARD || method == PaymentMethod.SBP || method == PaymentMethod.AUTOPAY);
    }
}

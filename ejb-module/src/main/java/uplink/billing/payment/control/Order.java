package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * A payment on its way through a provider.
 *
 * @param externalId the provider's id, once it has told
 * @param hint the provider's id as somebody else claims it
 * @param returnUrl where the payer comes back to
 * @param contract its number, for the payer to read at the provider
 * @param saves whether the payer wants the card to be saved
 * @param token of the saved card that is charged without the payer; null: the payer comes to the provider's page
 */
public record Order(
        UUID id,
        UUID customerId,
        @Nullable UUID invoiceId,
        BigDecimal amount,
        String currency,
        PaymentMethod method,
        String provider,
        PaymentStatus status,
        @Nullable String externalId,
        @Nullable String hint,
        String returnUrl,
        @Nullable String confirmationUrl,
        String contract,
        boolean saves,
        @Nullable String token) {}

package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to pay.
 *
 * @param invoiceId settled first; the rest goes to the oldest open invoices
 * @param amount above zero, at the currency's scale
 * @param currency the account's when left out
 * @param method {@code balance}, {@code card} or {@code sbp}
 * @param returnUrl where the provider's page leads back to, <code>{id}</code> in it is the payment's; the cabinet when
 *     left out
 * @param saveMethod whether the provider shall keep the card for autopay; cards only
 */
public record PayRequest(
        @Nullable UUID invoiceId,
        BigDecimal amount,
        @Nullable String currency,
        PaymentMethod method,
        @Nullable String returnUrl,
        @Nullable Boolean saveMethod) {

    /** Nothing is saved. */
    public PayRequest(
            @Nullable UUID invoiceId,
            BigDecimal amount,
            @Nullable String currency,
            PaymentMethod method,
            @Nullable String returnUrl) {
        this(invoiceId, amount, currency, method, returnUrl, null);
    }
}

package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * The way back of a provider that can give money back. As with payments, nothing here throws because of what the provider
 * does, and calls belong outside any transaction.
 */
public interface RefundRoad {

    /**
     * Money to give back.
     *
     * @param id of our refund: the key under which the provider does it once
     * @param paymentExternalId the provider's id of the payment
     */
    record Wish(UUID id, String paymentExternalId, BigDecimal amount, String currency, String reason) {}

    /**
     * What the provider says about money that it has given back, or has taken back by itself.
     *
     * @param told {@code SUCCEEDED}, {@code PENDING}, {@code FAILED}, or {@code UNKNOWN} when nothing can be understood
     * @param externalId the provider's id of it
     * @param refundId our refund's; null when it is not of our making
     * @param detail for the operator: a code of the provider's, or what went wrong
     */
    record Returned(
            PaymentStatus told,
            @Nullable String externalId,
            @Nullable UUID refundId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String detail) {

        /** Nothing that decides anything. */
        public static Returned unknown(@Nullable String detail) {
            return new Returned(PaymentStatus.UNKNOWN, null, null, null, null, detail);
        }

        /** It will never be given back by this refund. */
        public static Returned refused(@Nullable String detail) {
            return new Returned(PaymentStatus.FAILED, null, null, null, null, detail);
        }

        /** Whether it is about that sum; otherwise it must not decide anything. */
        public boolean isSum(BigDecimal sum, String sumCurrency) {
            return amount != null && amount.compareTo(sum) == 0 && sumCurrency.equals(currency);
        }
    }

    /** Has money given back; may be repeated for a day: under one id it happens once. */
    Returned giveBack(Wish wish);

    /** All that has been given or taken back of a payment; empty when the provider does not tell. */
    Optional<List<Returned>> returned(String paymentExternalId);
}

package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentStatus;

/**
 * What a provider said about a payment, in our words.
 *
 * @param told {@code UNKNOWN} when it said nothing, or nothing that can be understood
 * @param externalId the provider's id
 * @param paymentId our id, as the provider keeps it
 * @param amount what the payer pays, or has paid: then perhaps less than was asked for
 * @param confirmationUrl where the payer confirms
 * @param detail for the operator: a code of the provider's, or what went wrong
 * @param saved the card that was saved with it
 * @param chargeId the provider's id of the charge, where that is another than the payment's
 */
public record ProviderAnswer(
        PaymentStatus told,
        @Nullable String externalId,
        @Nullable UUID paymentId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String confirmationUrl,
        @Nullable String detail,
        @Nullable SavedCard saved,
        @Nullable String chargeId) {

    /** No card was saved. */
    public ProviderAnswer(
            PaymentStatus told,
            @Nullable String externalId,
            @Nullable UUID paymentId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String confirmationUrl,
            @Nullable String detail) {
        this(told, externalId, paymentId, amount, currency, confirmationUrl, detail, null, null);
    }

    /** The same answer, with the card that was saved. */
    ProviderAnswer with(@Nullable SavedCard card) {
        return new ProviderAnswer(
                told, externalId, paymentId, amount, currency, confirmationUrl, detail, card, chargeId);
    }

    /** The same answer, with the charge that the payer's money came by. */
    ProviderAnswer charged(@Nullable String charge) {
        return new ProviderAnswer(
                told, externalId, paymentId, amount, currency, confirmationUrl, detail, saved, charge);
    }

    /** Nothing that decides anything. */
    public static ProviderAnswer unknown(@Nullable String detail) {
        return new ProviderAnswer(PaymentStatus.UNKNOWN, null, null, null, null, null, detail);
    }

    /** Nobody will ever pay it. */
    public static ProviderAnswer refused(String detail) {
        return new ProviderAnswer(PaymentStatus.FAILED, null, null, null, null, null, detail);
    }

    /** Whether the provider has said something about a payment, or refused to. */
    public boolean isAnswer() {
        return told != PaymentStatus.UNKNOWN || externalId != null;
    }

    /** Whether it tells of which payment and how much. */
    boolean isSum() {
        return externalId != null && amount != null && currency != null;
    }

    /** The same answer, only that it decides nothing. */
    ProviderAnswer undecided(@Nullable String why) {
        return new ProviderAnswer(PaymentStatus.UNKNOWN, externalId, paymentId, amount, currency, confirmationUrl, why);
    }

    /**
     * Whether it is about that payment and its sum, or a part of it that the provider has captured; otherwise it must not
     * decide anything about it.
     */
    boolean isAbout(UUID payment, BigDecimal sum, String sumCurrency) {
        return payment.equals(paymentId) && amount != null && fits(amount, sum) && sumCurrency.equals(currency);
    }

    private boolean fits(BigDecimal told, BigDecimal sum) {
        int compared = told.compareTo(sum);
        return compared == 0 || compared < 0 && told.signum() > 0 && this.told == PaymentStatus.SUCCEEDED;
    }

    /** What has come of a sum that was asked for; null: all of it. */
    public @Nullable BigDecimal captured(BigDecimal sum) {
        return amount != null && amount.compareTo(sum) < 0 ? amount : null;
    }
}

package uplink.billing.payment.control;

import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentStatus;

/** Stripe's objects in our words. */
final class StripeAnswers {

    static final String PAYMENT_ID = "payment_id";
    static final String TOKEN_SEPARATOR = "/";

    private static final int LONGEST_ID = 255;

    private StripeAnswers() {}

    /** A Checkout Session; what was taken is told by the Payment Intent in it. */
    static ProviderAnswer of(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        Long paid = intent == null ? null : intent.getAmountReceived();
        PaymentStatus told = told(session, intent);
        return answer(
                        told,
                        session.getId(),
                        session.getMetadata(),
                        told == PaymentStatus.SUCCEEDED && paid != null ? paid : session.getAmountTotal(),
                        session.getCurrency(),
                        Claims.page(session.getUrl()),
                        told == PaymentStatus.CANCELLED ? reason(intent, session.getStatus()) : null)
                .with(intent == null ? null : saved(intent))
                .charged(intent == null ? null : intent.getId());
    }

    /** The token is the customer there and the card: it takes both to charge it. */
    private static @Nullable SavedCard saved(PaymentIntent intent) {
        PaymentMethod method = intent.getPaymentMethodObject();
        if (intent.getCustomer() == null || method == null || method.getCard() == null) {
            return null;
        }
        PaymentMethod.Card card = method.getCard();
        return SavedCard.of(
                        intent.getCustomer() + TOKEN_SEPARATOR + method.getId(),
                        card.getBrand(),
                        card.getLast4(),
                        Claims.number(card.getExpYear()),
                        Claims.number(card.getExpMonth()))
                .orElse(null);
    }

    /** A payment without the payer: it is decided when it is made, nobody comes to do more about it. */
    static ProviderAnswer of(PaymentIntent intent) {
        PaymentStatus told = told(intent);
        return answer(
                told,
                intent.getId(),
                intent.getMetadata(),
                told == PaymentStatus.SUCCEEDED ? intent.getAmountReceived() : intent.getAmount(),
                intent.getCurrency(),
                null,
                told == PaymentStatus.CANCELLED ? reason(intent, intent.getStatus()) : null);
    }

    private static PaymentStatus told(Session session, @Nullable PaymentIntent intent) {
        String status = String.valueOf(session.getStatus());
        return switch (status) {
            case "open" -> PaymentStatus.PENDING;
            case "expired" -> PaymentStatus.CANCELLED;
            case "complete" ->
                "paid".equals(session.getPaymentStatus())
                        ? PaymentStatus.SUCCEEDED
                        : intent != null && told(intent) == PaymentStatus.CANCELLED
                                ? PaymentStatus.CANCELLED
                                : PaymentStatus.PENDING;
            default -> PaymentStatus.UNKNOWN;
        };
    }

    private static PaymentStatus told(PaymentIntent intent) {
        return switch (String.valueOf(intent.getStatus())) {
            case "succeeded" -> PaymentStatus.SUCCEEDED;
            case "processing", "requires_capture", "requires_confirmation" -> PaymentStatus.PENDING;
            case "canceled", "requires_action" -> PaymentStatus.CANCELLED;
            case "requires_payment_method" ->
                intent.getLastPaymentError() == null ? PaymentStatus.PENDING : PaymentStatus.CANCELLED;
            default -> PaymentStatus.UNKNOWN;
        };
    }

    private static @Nullable String reason(@Nullable PaymentIntent intent, String otherwise) {
        StripeError error = intent == null ? null : intent.getLastPaymentError();
        if (error == null) {
            return otherwise;
        }
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    private static ProviderAnswer answer(
            PaymentStatus told,
            @Nullable String id,
            @Nullable Map<String, String> metadata,
            @Nullable Long units,
            @Nullable String currency,
            @Nullable String page,
            @Nullable String detail) {
        if (told == PaymentStatus.UNKNOWN || id == null || id.length() > LONGEST_ID) {
            return ProviderAnswer.unknown("not a payment");
        }
        String code = currency == null ? null : currency.toUpperCase(Locale.ROOT);
        BigDecimal amount = units == null || code == null ? null : MinorUnits.amount(units, code);
        String ours = metadata == null ? null : metadata.get(PAYMENT_ID);
        return new ProviderAnswer(told, id, Claims.uuid(ours), amount, code, page, detail);
    }
}

package uplink.billing.payment.control;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.Text;

/**
 * Stripe through its own library: Checkout Sessions, to which the payer is sent. Its events are signed, and what they say
 * is asked for all the same.
 */
public final class Stripe implements PaymentProvider {

    static final String CODE = "stripe";

    /** How old an event may be: what is repeated later is no news. */
    private static final long TOLERANCE_SECONDS = 300;

    private static final Locale PAYERS = Locale.forLanguageTag("ru");
    private static final String INTENT = "pi_";

    private final StripeClient stripe;
    private final String secret;

    /**
     * @param address {@code https://api.stripe.com}, or a stand-in's
     * @param secret that events are signed with
     * @param patience for one whole answer
     */
    public Stripe(String address, String key, String secret, Duration patience) {
        com.stripe.Stripe.enableTelemetry = false;
        this.stripe = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(address.replaceAll("/+$", ""))
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTalk(patience))
                .build();
        this.secret = secret;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<PaymentMethod> methods() {
        return Set.of(PaymentMethod.CARD);
    }

    @Override
    public ProviderAnswer create(Order order) {
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey(order.id().toString())
                .build();
        return called(() -> StripeAnswers.of(stripe.v1().checkout().sessions().create(session(order), once)));
    }

    @Override
    public ProviderAnswer ask(String externalId) {
        ProviderAnswer answer = called(() -> externalId.startsWith(INTENT)
                ? StripeAnswers.of(stripe.v1().paymentIntents().retrieve(externalId))
                : StripeAnswers.of(stripe.v1()
                        .checkout()
                        .sessions()
                        .retrieve(
                                externalId,
                                SessionRetrieveParams.builder()
                                        .addExpand("payment_intent")
                                        .build())));
        // a refusal to tell is no refusal of the payment
        return answer.told() == PaymentStatus.FAILED ? ProviderAnswer.unknown(answer.detail()) : answer;
    }

    @Override
    public boolean isGenuine(String body, @Nullable String signature) {
        try {
            return signature != null && Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    @Override
    public Optional<Notification> read(Map<String, Object> body) {
        return object(body.get("data"), "object")
                .filter(about -> about.get("id") instanceof String)
                .map(about -> new Notification(
                        String.valueOf(about.get("id")),
                        object(about.get("metadata"), null)
                                .map(metadata -> metadata.get(StripeAnswers.PAYMENT_ID))
                                .map(ours -> Claims.uuid(String.valueOf(ours)))
                                .orElse(null)));
    }

    private static Optional<Map<?, ?>> object(@Nullable Object value, @Nullable String name) {
        Object found = name != null && value instanceof Map<?, ?> map ? map.get(name) : value;
        return found instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static SessionCreateParams session(Order order) {
        String ours = order.id().toString();
        String name = Text.of("payment.description", order.contract()).in(PAYERS);
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId(ours)
                .putMetadata(StripeAnswers.PAYMENT_ID, ours)
                .setSuccessUrl(order.returnUrl())
                .setCancelUrl(order.returnUrl())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(order.currency().toLowerCase(Locale.ROOT))
                                .setUnitAmount(MinorUnits.of(order.amount(), order.currency()))
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(name)
                                        .build())
                                .build())
                        .build())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setDescription(name)
                        .putMetadata(StripeAnswers.PAYMENT_ID, ours)
                        .build())
                .build();
    }

    /** What the library does, with everything that can go wrong there. */
    @FunctionalInterface
    private interface Question {
        ProviderAnswer ask() throws StripeException;
    }

    private static ProviderAnswer called(Question question) {
        try {
            return question.ask();
        } catch (ApiConnectionException e) {
            return ProviderAnswer.unknown(e.getMessage());
        } catch (InvalidRequestException | AuthenticationException e) {
            return ProviderAnswer.refused(detail(e));
        } catch (StripeException e) {
            return ProviderAnswer.unknown(detail(e));
        } catch (RuntimeException e) {
            // the library reads JSON that is not what it should be
            return ProviderAnswer.unknown("not an answer: " + e.getClass().getSimpleName());
        }
    }

    private static String detail(StripeException e) {
        StripeError error = e.getStripeError();
        String code = error == null ? null : error.getCode();
        return "HTTP " + e.getStatusCode() + (code == null ? "" : " " + code);
    }
}

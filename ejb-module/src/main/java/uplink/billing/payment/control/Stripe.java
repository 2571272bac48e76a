package uplink.billing.payment.control;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** Beginnings of the events that tell of money on its way back: they name the charge. */
    private static final List<String> RETURNS = List.of("refund.", "charge.refund", "charge.dispute.");

    private final StripeClient stripe;
    private final String secret;
    private final RefundRoad refunds;

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
        this.refunds = new StripeRefunds(stripe);
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
        String token = order.token();
        return called(() -> token == null
                ? StripeAnswers.of(stripe.v1().checkout().sessions().create(session(order), once))
                : StripeAnswers.of(stripe.v1().paymentIntents().create(charge(order, token), once)));
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
                                        .addExpand("payment_intent.payment_method")
                                        .build())));
        // a refusal to tell is no refusal of the payment
        return answer.told() == PaymentStatus.FAILED ? ProviderAnswer.unknown(answer.detail()) : answer;
    }

    @Override
    public RegisterPage register(Instant from, Instant to, @Nullable String cursor) {
        PaymentIntentListParams.Builder wanted = PaymentIntentListParams.builder()
                .setLimit(100L)
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(to.getEpochSecond())
                        .build());
        if (cursor != null) {
            wanted.setStartingAfter(cursor);
        }
        return StripeCalls.answered(
                () -> page(stripe.v1().paymentIntents().list(wanted.build())),
                RegisterPage::unread,
                RegisterPage::unread);
    }

    private static RegisterPage page(StripeCollection<PaymentIntent> list) {
        List<PaymentIntent> intents = list.getData();
        if (intents == null || list.getHasMore() == null) {
            return RegisterPage.unread("not a list");
        }
        List<RegisterPage.Entry> entries = new ArrayList<>();
        for (PaymentIntent intent : intents) {
            ProviderAnswer payment = StripeAnswers.of(intent);
            Long created = intent.getCreated();
            if (created == null || !payment.isSum()) {
                return RegisterPage.unread("an entry that is no payment");
            }
            entries.add(new RegisterPage.Entry(payment, Instant.ofEpochSecond(created)));
        }
        boolean more = list.getHasMore() && !intents.isEmpty();
        return new RegisterPage(entries, more ? intents.get(intents.size() - 1).getId() : null, null);
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
    public Optional<RefundRoad> wayBack() {
        return Optional.of(refunds);
    }

    @Override
    public Optional<Notification> read(Map<String, Object> body) {
        String type = String.valueOf(body.get("type"));
        boolean ofReturn = RETURNS.stream().anyMatch(type::startsWith);
        return object(body.get("data"), "object")
                .filter(about -> about.get(ofReturn ? "payment_intent" : "id") instanceof String)
                .map(about -> ofReturn
                        ? new Notification(String.valueOf(about.get("payment_intent")), null, true)
                        : new Notification(String.valueOf(about.get("id")), ours(about)));
    }

    private static @Nullable UUID ours(Map<?, ?> about) {
        return object(about.get("metadata"), null)
                .map(metadata -> Claims.uuid(String.valueOf(metadata.get(StripeAnswers.PAYMENT_ID))))
                .orElse(null);
    }

    private static Optional<Map<?, ?>> object(@Nullable Object value, @Nullable String name) {
        Object found = name != null && value instanceof Map<?, ?> map ? map.get(name) : value;
        return found instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static SessionCreateParams session(Order order) {
        String ours = order.id().toString();
        String name = Text.of("payment.description", order.contract()).in(PAYERS);
        SessionCreateParams.PaymentIntentData.Builder intent = SessionCreateParams.PaymentIntentData.builder()
                .setDescription(name)
                .putMetadata(StripeAnswers.PAYMENT_ID, ours);
        SessionCreateParams.Builder session = SessionCreateParams.builder();
        if (order.saves()) {
            intent.setSetupFutureUsage(SessionCreateParams.PaymentIntentData.SetupFutureUsage.OFF_SESSION);
            session.setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS);
        }
        return session.setMode(SessionCreateParams.Mode.PAYMENT)
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
                .setPaymentIntentData(intent.build())
                .build();
    }

    private static PaymentIntentCreateParams charge(Order order, String token) {
        List<String> customerAndCard = List.of(token.split(StripeAnswers.TOKEN_SEPARATOR, 2));
        return PaymentIntentCreateParams.builder()
                .setAmount(MinorUnits.of(order.amount(), order.currency()))
                .setCurrency(order.currency().toLowerCase(Locale.ROOT))
                .setCustomer(customerAndCard.get(0))
                .setPaymentMethod(customerAndCard.get(customerAndCard.size() - 1))
                .addPaymentMethodType("card")
                .setOffSession(true)
                .setConfirm(true)
                .setDescription(Text.of("payment.description", order.contract()).in(PAYERS))
                .putMetadata(StripeAnswers.PAYMENT_ID, order.id().toString())
                .build();
    }

    private static ProviderAnswer called(StripeCalls.Question<ProviderAnswer> question) {
        return StripeCalls.answered(() -> charged(question), ProviderAnswer::refused, ProviderAnswer::unknown);
    }

    /** Where the card was refused, the answer says for which payment. */
    private static ProviderAnswer charged(StripeCalls.Question<ProviderAnswer> question) throws StripeException {
        try {
            return question.ask();
        } catch (CardException e) {
            StripeError error = e.getStripeError();
            PaymentIntent intent = error == null ? null : error.getPaymentIntent();
            return intent == null ? ProviderAnswer.refused(StripeCalls.detail(e)) : StripeAnswers.of(intent);
        }
    }
}

package uplink.billing.payment.control;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.shared.Text;

/**
 * YooKassa's API v3 over HTTP. Its notifications carry no signature; the provider's own word is to ask for the payment
 * again, which is what we do. Cards are entered on its page only.
 */
public final class YooKassa implements PaymentProvider {

    static final String CODE = "yookassa";

    private static final int LONGEST_ID = 64;
    private static final Locale PAYERS = Locale.forLanguageTag("ru");

    private final URI payments;
    private final String authorization;
    private final HttpTalk talk;
    private final RefundRoad refunds;

    /**
     * @param address {@code https://api.yookassa.ru}, or a stand-in's
     * @param patience for one whole answer
     */
    public YooKassa(String address, String shop, String key, Duration patience) {
        this.payments = URI.create(address.replaceAll("/+$", "") + "/v3/payments");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((shop + ":" + key).getBytes(StandardCharsets.UTF_8));
        this.talk = new HttpTalk(patience);
        this.refunds =
                new YooKassaRefunds(URI.create(address.replaceAll("/+$", "") + "/v3/refunds"), authorization, talk);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<PaymentMethod> methods() {
        return Set.of(PaymentMethod.CARD, PaymentMethod.SBP);
    }

    @Override
    public ProviderAnswer create(Order order) {
        return read(talk.send(request(payments)
                .header("Idempotence-Key", order.id().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body(order))))
                .build()));
    }

    @Override
    public ProviderAnswer ask(String externalId) {
        String id = URLEncoder.encode(externalId, StandardCharsets.UTF_8);
        ProviderAnswer answer =
                read(talk.send(request(URI.create(payments + "/" + id)).GET().build()));
        // a refusal to tell is no refusal of the payment
        return answer.told() == PaymentStatus.FAILED ? ProviderAnswer.unknown(answer.detail()) : answer;
    }

    @Override
    public RegisterPage register(Instant from, Instant to, @Nullable String cursor) {
        String query = "?limit=100&created_at.gte=" + from + "&created_at.lt=" + to
                + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        HttpTalk.Answer answer =
                talk.send(request(URI.create(payments + query)).GET().build());
        Map<?, ?> body = Claims.json(answer.body());
        if (answer.status() != 200 || !(body.get("items") instanceof List<?> items)) {
            return RegisterPage.unread(answer.failure() == null ? "HTTP " + answer.status() : answer.failure());
        }
        List<RegisterPage.Entry> entries = new ArrayList<>();
        for (Object item : items) {
            Instant madeAt = Claims.instant(text(object(item).get("created_at")));
            ProviderAnswer payment = payment(object(item));
            if (madeAt == null || !payment.isSum()) {
                return RegisterPage.unread("an entry that is no payment");
            }
            entries.add(new RegisterPage.Entry(payment, madeAt));
        }
        return new RegisterPage(entries, text(body.get("next_cursor")), null);
    }

    @Override
    public Optional<Notification> read(Map<String, Object> body) {
        Map<?, ?> about = object(body.get("object"));
        String event = text(body.get("event"));
        boolean ofRefund = event != null && event.startsWith("refund.");
        String id = text(about.get(ofRefund ? "payment_id" : "id"));
        return id == null || id.isBlank() || id.length() > LONGEST_ID
                ? Optional.empty()
                : Optional.of(new Notification(id, ofRefund ? null : paymentId(about), ofRefund));
    }

    @Override
    public Optional<RefundRoad> wayBack() {
        return Optional.of(refunds);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", authorization);
    }

    private static Map<String, Object> body(Order order) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "amount", Map.of("value", order.amount().toPlainString(), "currency", order.currency()),
                "capture", true,
                "description", Text.of("payment.description", order.contract()).in(PAYERS),
                "metadata", Map.of("payment_id", order.id().toString())));
        if (order.token() != null) {
            body.put("payment_method_id", order.token());
            return body;
        }
        body.put("payment_method_data", Map.of("type", order.method() == PaymentMethod.SBP ? "sbp" : "bank_card"));
        body.put("confirmation", Map.of("type", "redirect", "return_url", order.returnUrl()));
        if (order.saves()) {
            body.put("save_payment_method", true);
        }
        return body;
    }

    private static ProviderAnswer read(HttpTalk.Answer answer) {
        if (answer.failure() != null) {
            return ProviderAnswer.unknown(answer.failure());
        }
        Map<?, ?> body = Claims.json(answer.body());
        String status = "HTTP " + answer.status();
        if (answer.status() == 200) {
            return payment(body);
        }
        String code = text(body.get("code"));
        boolean refused = Set.of(400, 401, 403, 404, 405, 415).contains(answer.status());
        String detail = code == null ? status : status + " " + code;
        return refused ? ProviderAnswer.refused(detail) : ProviderAnswer.unknown(detail);
    }

    private static ProviderAnswer payment(Map<?, ?> body) {
        PaymentStatus told = told(text(body.get("status")));
        String id = text(body.get("id"));
        if (told == null || id == null || id.length() > LONGEST_ID) {
            return ProviderAnswer.unknown("not a payment");
        }
        Map<?, ?> amount = object(body.get("amount"));
        return new ProviderAnswer(
                        told,
                        id,
                        paymentId(body),
                        Decimals.of(text(amount.get("value"))),
                        text(amount.get("currency")),
                        Claims.page(text(object(body.get("confirmation")).get("confirmation_url"))),
                        text(object(body.get("cancellation_details")).get("reason")))
                .with(saved(object(body.get("payment_method"))));
    }

    private static @Nullable PaymentStatus told(@Nullable String status) {
        return status == null
                ? null
                : switch (status) {
                    case "pending", "waiting_for_capture" -> PaymentStatus.PENDING;
                    case "succeeded" -> PaymentStatus.SUCCEEDED;
                    case "canceled" -> PaymentStatus.CANCELLED;
                    default -> null;
                };
    }

    private static @Nullable SavedCard saved(Map<?, ?> method) {
        Map<?, ?> card = object(method.get("card"));
        return Boolean.TRUE.equals(method.get("saved"))
                ? SavedCard.of(
                                text(method.get("id")),
                                text(card.get("card_type")),
                                text(card.get("last4")),
                                Claims.number(card.get("expiry_year")),
                                Claims.number(card.get("expiry_month")))
                        .orElse(null)
                : null;
    }

    private static @Nullable UUID paymentId(Map<?, ?> payment) {
        return Claims.uuid(text(object(payment.get("metadata")).get("payment_id")));
    }

    static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}

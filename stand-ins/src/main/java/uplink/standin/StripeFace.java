package uplink.standin;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * As much of Stripe's API v1 as a shop needs: Checkout Sessions, Payment Intents off session, the list of both, and
 * signed events. Sums are in hundredths, as of most currencies there.
 */
final class StripeFace implements Face {

    private static final String SESSION = "cs_";
    private static final String INTENT = "pi_";
    private static final int PAGE = 100;

    private final Book book;
    private final StripeReturns returns;
    private final String pages;
    private final String key;
    private final String secret;

    /** @param secret that events are signed with */
    StripeFace(Book book, StandInRefunds refunds, String pages, String key, String secret) {
        this.book = book;
        this.returns = new StripeReturns(refunds, this);
        this.pages = pages;
        this.key = key;
        this.secret = secret;
    }

    @Override
    public String root() {
        return "/v1/";
    }

    @Override
    public boolean isShop(Call call) {
        return ("Bearer " + key).equals(call.header("Authorization"));
    }

    @Override
    public @Nullable String key(Call call) {
        return call.isPost() ? call.header("Idempotency-Key") : null;
    }

    @Override
    public boolean knows(StandInPayment payment) {
        return payment.id().contains("_");
    }

    @Override
    public Reply answer(Call call, boolean partly) {
        return switch (call.path()) {
            case "/v1/checkout/sessions" -> call.isPost() ? session(call, partly) : error(404, "resource_missing");
            case "/v1/payment_intents" -> call.isPost() ? charge(call, partly) : list(call);
            case "/v1/refunds" -> returns.refunds(call);
            case "/v1/disputes" -> returns.disputes(call);
            default -> state(call);
        };
    }

    private Reply session(Call call, boolean partly) {
        Map<String, String> form = call.form();
        String idempotence = key(call);
        String amount = form.get("line_items[0][price_data][unit_amount]");
        String back = form.get("success_url");
        if (idempotence == null || amount == null || back == null || !"payment".equals(form.get("mode"))) {
            return error(400, "parameter_missing");
        }
        Wanted wanted = new Wanted(
                BigDecimal.valueOf(Long.parseLong(amount), 2),
                String.valueOf(form.get("line_items[0][price_data][currency]")),
                String.valueOf(form.get("line_items[0][price_data][product_data][name]")),
                back,
                metadata(form, "payment_intent_data[metadata]["),
                "off_session".equals(form.get("payment_intent_data[setup_future_usage]")),
                null);
        return Reply.json(200, JsonText.write(sessionJson(book.make(idempotence, SESSION, wanted, partly))));
    }

    private Reply charge(Call call, boolean partly) {
        Map<String, String> form = call.form();
        String idempotence = key(call);
        String token = form.get("payment_method");
        String amount = form.get("amount");
        if (idempotence == null || token == null || amount == null || !"true".equals(form.get("off_session"))) {
            return error(400, "parameter_missing");
        }
        Wanted wanted = new Wanted(
                BigDecimal.valueOf(Long.parseLong(amount), 2),
                String.valueOf(form.get("currency")),
                String.valueOf(form.get("description")),
                "",
                metadata(form, "metadata["),
                false,
                token);
        StandInPayment payment = book.make(idempotence, INTENT, wanted, partly);
        return payment.is("canceled") ? declined(payment) : Reply.json(200, JsonText.write(intentJson(payment)));
    }

    private Reply declined(StandInPayment payment) {
        Map<String, Object> error = Map.of(
                "type",
                "card_error",
                "code",
                "card_declined",
                "decline_code",
                String.valueOf(payment.reason()),
                "message",
                "Your card was declined.",
                "payment_intent",
                intentJson(payment));
        return Reply.json(402, JsonText.write(Map.of("error", error)));
    }

    private Reply state(Call call) {
        StandInPayment payment = find(call.last());
        if (payment == null) {
            return error(404, "resource_missing");
        }
        return Reply.json(
                200,
                JsonText.write(
                        call.path().startsWith("/v1/payment_intents/") ? intentJson(payment) : sessionJson(payment)));
    }

    /** By the id of a session or of an intent. */
    @Nullable
    StandInPayment find(String id) {
        StandInPayment payment = book.find(id);
        if (payment == null && id.startsWith(INTENT)) {
            payment = book.find(SESSION + id.substring(INTENT.length()));
        }
        return payment == null || !knows(payment) ? null : payment;
    }

    private Reply list(Call call) {
        Map<String, String> query = call.query();
        List<StandInPayment> all = new ArrayList<>(book
                .between(
                        Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("created[gte]", "0"))),
                        Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("created[lt]", "9999999999"))))
                .stream()
                .filter(this::knows)
                .toList());
        String after = query.get("starting_after");
        if (after != null) {
            int at = all.stream().map(StripeFace::intentId).toList().indexOf(after);
            all.subList(0, at + 1).clear();
        }
        int size = Math.min(PAGE, Integer.parseInt(query.getOrDefault("limit", "10")));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("object", "list");
        answer.put("url", "/v1/payment_intents");
        answer.put("has_more", all.size() > size);
        answer.put("data", all.stream().limit(size).map(this::intentJson).toList());
        return Reply.json(200, JsonText.write(answer));
    }

    private Map<String, Object> sessionJson(StandInPayment payment) {
        Wanted wanted = payment.wanted();
        boolean open = payment.is("pending");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", payment.id());
        json.put("object", "checkout.session");
        json.put("mode", "payment");
        json.put("status", open ? "open" : payment.is("succeeded") ? "complete" : "expired");
        json.put("payment_status", payment.is("succeeded") ? "paid" : "unpaid");
        json.put("amount_total", hundredths(wanted.amount()));
        json.put("currency", wanted.currency());
        json.put("metadata", wanted.metadata());
        json.put("url", open ? pages + payment.id() : null);
        json.put("payment_intent", open ? null : intentJson(payment));
        return json;
    }

    private Map<String, Object> intentJson(StandInPayment payment) {
        Wanted wanted = payment.wanted();
        boolean paid = payment.is("succeeded");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", intentId(payment));
        json.put("object", "payment_intent");
        json.put("status", paid ? "succeeded" : payment.is("pending") ? "requires_payment_method" : "canceled");
        json.put("amount", hundredths(wanted.amount()));
        json.put("amount_received", hundredths(payment.captured()));
        json.put("currency", wanted.currency());
        json.put("created", payment.madeAt().getEpochSecond());
        json.put("metadata", wanted.metadata());
        json.put("description", wanted.description());
        if (payment.is("canceled")) {
            json.put(
                    "last_payment_error",
                    Map.of(
                            "type",
                            "card_error",
                            "code",
                            "card_declined",
                            "decline_code",
                            String.valueOf(payment.reason())));
        }
        if (paid && wanted.saves()) {
            json.put("customer", "cus_" + payment.id());
            json.put("payment_method", card(book.save(payment, "pm_")));
        }
        return json;
    }

    private static Map<String, Object> card(String token) {
        return Map.of(
                "id",
                token,
                "object",
                "payment_method",
                "type",
                "card",
                "card",
                Map.of("brand", "visa", "last4", "4242", "exp_month", 12, "exp_year", 2030));
    }

    static String intentId(StandInPayment payment) {
        return payment.id().replaceFirst("^" + SESSION, INTENT);
    }

    static long hundredths(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    static Map<String, Object> metadata(Map<String, String> form, String prefix) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                metadata.put(name.substring(prefix.length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    @Override
    public Reply error(int status, String code) {
        String type = status >= 500 ? "api_error" : "invalid_request_error";
        return Reply.json(status, JsonText.write(Map.of("error", Map.of("type", type, "code", code, "message", code))));
    }

    @Override
    public List<Notice> news(StandInPayment payment, Mood mood) {
        String type = "checkout.session." + (payment.is("succeeded") ? "completed" : "expired");
        Notice truth = event(type, sessionJson(payment), secret);
        List<Notice> news = new ArrayList<>(List.of(truth));
        switch (mood) {
            case DUPLICATING -> news.addAll(List.of(truth, truth));
            case REORDERING -> news.add(event("payment_intent.created", intentJson(payment), secret));
            case FORGING -> news.add(0, event("checkout.session.completed", sessionJson(payment), "another"));
            default -> {}
        }
        return news;
    }

    @Override
    public Notice returned(StandInPayment payment) {
        Map<String, Object> charge = Map.of(
                "id",
                "ch_" + payment.id(),
                "object",
                "charge",
                "payment_intent",
                intentId(payment),
                "metadata",
                payment.wanted().metadata());
        return event("charge.refunded", charge, secret);
    }

    private static Notice event(String type, Map<String, Object> object, String secret) {
        long now = Instant.now().getEpochSecond();
        String body = JsonText.write(Map.of(
                "id",
                "evt_" + UUID.randomUUID(),
                "object",
                "event",
                "type",
                type,
                "created",
                now,
                "data",
                Map.of("object", object)));
        return new Notice(body, Map.of("Stripe-Signature", "t=" + now + ",v1=" + signature(secret, now + "." + body)));
    }

    private static @Nullable String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package uplink.standin;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The protocol of YooKassa's API v3. Its notifications carry no signature. */
final class YooKassaFace implements Face {

    private static final int PAGE = 100;

    private final Book book;
    private final String pages;
    private final String authorization;

    YooKassaFace(Book book, String pages, String shop, String key) {
        this.book = book;
        this.pages = pages;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((shop + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String root() {
        return "/v3/payments";
    }

    @Override
    public boolean isShop(Call call) {
        return authorization.equals(call.header("Authorization"));
    }

    @Override
    public @Nullable String key(Call call) {
        return call.isPost() ? call.header("Idempotence-Key") : null;
    }

    @Override
    public boolean knows(StandInPayment payment) {
        return !payment.id().contains("_");
    }

    @Override
    public Reply answer(Call call, boolean partly) {
        if (call.isPost()) {
            return create(call, partly);
        }
        if (call.path().equals(root())) {
            return list(call);
        }
        StandInPayment payment = book.find(call.last());
        return payment == null ? error(404, "not_found") : Reply.json(200, JsonText.write(json(payment)));
    }

    private Reply create(Call call, boolean partly) {
        String key = key(call);
        Wanted wanted = wanted(JsonText.read(call.body()));
        return key == null || wanted == null
                ? error(400, "invalid_request")
                : Reply.json(200, JsonText.write(json(book.make(key, "", wanted, partly))));
    }

    private static @Nullable Wanted wanted(Map<?, ?> order) {
        Map<?, ?> amount = JsonText.object(order, "amount");
        Map<?, ?> confirmation = JsonText.object(order, "confirmation");
        String token = order.get("payment_method_id") instanceof String saved ? saved : null;
        if (amount.isEmpty() || confirmation.isEmpty() == (token == null)) {
            return null;
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        JsonText.object(order, "metadata").forEach((name, value) -> metadata.put(String.valueOf(name), value));
        return new Wanted(
                new BigDecimal(String.valueOf(amount.get("value"))),
                String.valueOf(amount.get("currency")),
                String.valueOf(order.get("description")),
                String.valueOf(confirmation.get("return_url")),
                metadata,
                Boolean.TRUE.equals(order.get("save_payment_method")),
                token);
    }

    private Reply list(Call call) {
        Map<String, String> query = call.query();
        List<StandInPayment> all = book
                .between(
                        Instant.parse(query.getOrDefault("created_at.gte", Instant.EPOCH.toString())),
                        Instant.parse(query.getOrDefault("created_at.lt", Instant.MAX.toString())))
                .stream()
                .filter(this::knows)
                .toList();
        int first = Integer.parseInt(query.getOrDefault("cursor", "0"));
        int last = Math.min(all.size(), first + Math.min(PAGE, Integer.parseInt(query.getOrDefault("limit", "10"))));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "list");
        answer.put(
                "items",
                all.subList(Math.min(first, last), last).stream()
                        .map(this::json)
                        .toList());
        if (last < all.size()) {
            answer.put("next_cursor", String.valueOf(last));
        }
        return Reply.json(200, JsonText.write(answer));
    }

    /** The provider's object of a payment. */
    private Map<String, Object> json(StandInPayment payment) {
        return json(payment, payment.status());
    }

    private Map<String, Object> json(StandInPayment payment, String status) {
        Wanted wanted = payment.wanted();
        boolean paid = status.equals("succeeded");
        BigDecimal amount = paid && payment.captured().signum() > 0 ? payment.captured() : wanted.amount();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", payment.id());
        json.put("status", status);
        json.put("paid", paid);
        json.put("amount", Map.of("value", amount.toPlainString(), "currency", wanted.currency()));
        json.put("created_at", payment.madeAt().toString());
        if (status.equals("pending")) {
            json.put("confirmation", Map.of("type", "redirect", "confirmation_url", pages + payment.id()));
        }
        if (status.equals("canceled")) {
            json.put(
                    "cancellation_details",
                    Map.of("party", "payment_network", "reason", String.valueOf(payment.reason())));
        }
        if (paid && wanted.saves()) {
            json.put("payment_method", card(book.save(payment, "")));
        }
        json.put("description", wanted.description());
        json.put("metadata", wanted.metadata());
        json.put("refundable", paid);
        json.put("test", true);
        return json;
    }

    private static Map<String, Object> card(String token) {
        return Map.of(
                "type",
                "bank_card",
                "id",
                token,
                "saved",
                true,
                "title",
                "Bank card *4477",
                "card",
                Map.of(
                        "first6",
                        "555555",
                        "last4",
                        "4477",
                        "expiry_month",
                        "12",
                        "expiry_year",
                        "2030",
                        "card_type",
                        "Mir"));
    }

    @Override
    public Reply error(int status, String code) {
        return Reply.json(status, JsonText.write(Map.of("type", "error", "code", code)));
    }

    @Override
    public List<Notice> news(StandInPayment payment, Mood mood) {
        Notice truth = notice(json(payment));
        List<Notice> news = new ArrayList<>(List.of(truth));
        switch (mood) {
            case DUPLICATING -> news.addAll(List.of(truth, truth));
            case REORDERING -> news.add(notice(json(payment, "pending")));
            case FORGING -> news.add(0, notice(json(payment, "succeeded")));
            default -> {}
        }
        return news;
    }

    @Override
    public Notice returned(StandInPayment payment) {
        return new Notice(
                JsonText.write(Map.of(
                        "type",
                        "notification",
                        "event",
                        "refund.succeeded",
                        "object",
                        Map.of("payment_id", payment.id()))),
                Map.of());
    }

    private static Notice notice(Map<String, Object> payment) {
        return new Notice(
                JsonText.write(
                        Map.of("type", "notification", "event", "payment." + payment.get("status"), "object", payment)),
                Map.of());
    }
}

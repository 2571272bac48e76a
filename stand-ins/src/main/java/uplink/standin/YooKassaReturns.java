package uplink.standin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refunds in the protocol of YooKassa's API v3. */
final class YooKassaReturns implements Face {

    private final Book book;
    private final StandInRefunds refunds;
    private final Face payments;

    /** @param payments whose keys and words it shares */
    YooKassaReturns(Book book, StandInRefunds refunds, Face payments) {
        this.book = book;
        this.refunds = refunds;
        this.payments = payments;
    }

    @Override
    public String root() {
        return "/v3/refunds";
    }

    @Override
    public boolean isShop(Call call) {
        return payments.isShop(call);
    }

    /** It makes no payment. */
    @Override
    public @Nullable String key(Call call) {
        return null;
    }

    @Override
    public Reply answer(Call call, boolean partly) {
        return call.isPost() ? refund(call) : list(book.find(call.query().getOrDefault("payment_id", "")));
    }

    private Reply list(@Nullable StandInPayment payment) {
        List<Map<String, Object>> items = payment == null
                ? List.of()
                : refunds.of(payment).stream().map(YooKassaReturns::json).toList();
        return Reply.json(200, JsonText.write(Map.of("type", "list", "items", items)));
    }

    private Reply refund(Call call) {
        String key = call.header("Idempotence-Key");
        Map<?, ?> wish = JsonText.read(call.body());
        StandInPayment payment = book.find(String.valueOf(wish.get("payment_id")));
        Map<?, ?> amount = JsonText.object(wish, "amount");
        if (key == null || payment == null || amount.isEmpty()) {
            return error(400, "invalid_request");
        }
        StandInRefund refund = refunds.give(
                key,
                payment,
                new BigDecimal(String.valueOf(amount.get("value"))),
                String.valueOf(wish.get("description")),
                Map.of());
        return refund == null ? error(400, "invalid_request") : Reply.json(200, JsonText.write(json(refund)));
    }

    private static Map<String, Object> json(StandInRefund refund) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", refund.id());
        json.put("payment_id", refund.payment().id());
        json.put(
                "status",
                switch (refund.state()) {
                    case OPEN -> "pending";
                    case DONE -> "succeeded";
                    case KEPT -> "canceled";
                });
        json.put(
                "amount",
                Map.of(
                        "value",
                        refund.amount().toPlainString(),
                        "currency",
                        refund.payment().wanted().currency()));
        json.put("description", refund.description());
        return json;
    }

    @Override
    public Reply error(int status, String code) {
        return payments.error(status, code);
    }

    @Override
    public boolean knows(StandInPayment payment) {
        return false;
    }

    @Override
    public List<Notice> news(StandInPayment payment, Mood mood) {
        return List.of();
    }

    @Override
    public Notice returned(StandInPayment payment) {
        return payments.returned(payment);
    }
}

package uplink.notification.boundary;

import java.time.LocalDate;
import java.util.Map;
import uplink.shared.Money;
import uplink.shared.Text;

/** Puts a notification into words; amounts and days as the reader writes them. */
final class NoticeTexts {

    private NoticeTexts() {}

    static Text of(NoticeKind kind, Map<String, Object> data) {
        String key = "notification." + kind.code();
        return switch (kind) {
            case PROMISE_GIVEN -> Text.of(key, day(data, "endsOn"));
            case INVOICE_ISSUED, INVOICE_REMINDER, INVOICE_OVERDUE ->
                Text.of(key, data.getOrDefault("number", ""), amount(data), day(data, "dueDate"));
            case WELCOME -> Text.of(key, data.getOrDefault("contractNumber", ""));
            case APPLICATION_SCHEDULED ->
                Text.of(
                        key,
                        data.getOrDefault("number", ""),
                        day(data, "day"),
                        data.getOrDefault("from", ""),
                        data.getOrDefault("to", ""));
            case APPLICATION_CREATED, APPLICATION_FEASIBLE, APPLICATION_CALLED_OFF, APPLICATION_REFUSED ->
                Text.of(key, data.getOrDefault("number", ""));
            case PAYMENT_RECEIVED, REFUND_ACCEPTED, REFUND_DONE, REFUND_CAME_BACK, AUTOPAY_FAILED, AUTOPAY_REFUSED ->
                Text.of(key, amount(data));
            case AUTOPAY_STOPPED, SERVICE_SUSPENDED, SERVICE_FROZEN, SERVICE_RESTORED -> Text.of(key);
        };
    }

    private static Object amount(Map<String, Object> data) {
        return data.get("amount") instanceof String amount && data.get("currency") instanceof String currency
                ? Money.of(amount, currency)
                : "";
    }

    private static Object day(Map<String, Object> data, String name) {
        return data.get(name) instanceof String day ? LocalDate.parse(day) : "";
    }
}

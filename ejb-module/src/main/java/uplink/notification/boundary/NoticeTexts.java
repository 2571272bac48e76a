package uplink.notification.boundary;

import java.util.Map;
import uplink.shared.Text;

/** Puts a notification into words. */
final class NoticeTexts {

    private NoticeTexts() {}

    static Text of(NoticeKind kind, Map<String, Object> data) {
        String key = "notification." + kind.code();
        return switch (kind) {
            case INVOICE_ISSUED ->
                Text.of(
                        key,
                        value(data, "number"),
                        value(data, "amount"),
                        value(data, "currency"),
                        value(data, "dueDate"));
            case PAYMENT_RECEIVED -> Text.of(key, value(data, "amount"), value(data, "currency"));
            case SERVICE_SUSPENDED, SERVICE_RESTORED -> Text.of(key);
        };
    }

    private static Object value(Map<String, Object> data, String name) {
        return data.getOrDefault(name, "");
    }
}

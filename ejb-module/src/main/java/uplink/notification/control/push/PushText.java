package uplink.notification.control.push;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uplink.notification.control.channel.Message;
import uplink.shared.Json;

/** What a message says on a device, short enough for who brings it. */
final class PushText {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 2_000;
    private static final String MORE = "…";

    private PushText() {}

    /** Title and body, as services call them; no title when the message has none. */
    static Map<String, String> alert(String title, String body) {
        Map<String, String> alert = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            alert.put("title", title);
        }
        alert.put("body", body);
        return alert;
    }

    /** What an application needs to lead to the thing that it is about; whose it is, and how much, is nothing to the service. */
    static Map<String, String> data(Message message) {
        Map<String, String> data = new LinkedHashMap<>(message.data());
        data.keySet().removeIf(name -> !name.equals("kind") && (!name.endsWith("Id") || name.equals("customerId")));
        return data;
    }

    /**
     * The JSON that a service gets, its text cut until all of it fits; empty when even without any it does not.
     *
     * @param payload puts title and body into what the service wants
     * @param mostBytes of the whole
     */
    static Optional<String> fitting(Message message, int mostBytes, Function<Map<String, String>, Object> payload) {
        String title = cut(message.subject(), LONGEST_TITLE);
        for (int most = LONGEST_BODY; most > 0; most /= 2) {
            String json = Json.write(payload.apply(alert(title, cut(message.text(), most))));
            if (bytes(json) <= mostBytes) {
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }

    /** At most so many bytes of UTF-8, no character cut in two, and a sign that there is more. */
    static String cut(String text, int mostBytes) {
        if (bytes(text) <= mostBytes) {
            return text;
        }
        int left = mostBytes - bytes(MORE);
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            left -= bytes(text.substring(end, next));
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + MORE;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

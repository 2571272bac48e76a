package uplink.notification.control;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;

/** Puts a message into words at the moment when it goes out: in the reader's language of that moment. */
public final class Wording {

    private Wording() {}

    public static Message of(Outgoing message, ChannelKind channel, Words words, @Nullable String unsubscribe) {
        Locale locale = message.locale();
        Map<String, String> values = NoticeValues.of(message.kind(), message.data(), message.reader(), locale);
        String subject = subject(words, values);
        String text = Placeholders.filled(words.body(), values);
        return new Message(
                message.id(),
                message.customerId(),
                message.address() == null ? "" : message.address(),
                subject,
                text,
                channel == ChannelKind.EMAIL ? LetterPage.of(subject, text, locale) : null,
                locale,
                data(message, unsubscribe));
    }

    public static String subject(Words words, Map<String, String> values) {
        return NoticeValues.oneLine(Placeholders.filled(words.subject(), values));
    }

    private static Map<String, String> data(Outgoing message, @Nullable String unsubscribe) {
        Map<String, String> data = new HashMap<>();
        message.data().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                data.put(name, value.toString());
            }
        });
        data.put("kind", message.kind().code());
        data.put("name", NoticeValues.oneLine(message.reader().fullName()));
        if (unsubscribe != null) {
            data.put("unsubscribe", unsubscribe);
        }
        return data;
    }
}

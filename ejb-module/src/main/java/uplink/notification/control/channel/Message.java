package uplink.notification.control.channel;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one address on its way.
 *
 * @param id also the key by which a peer (or we) recognises a repetition
 * @param customerId null when it goes to somebody who is none
 * @param to an e-mail address, a phone in E.164, or the id of a push token
 * @param subject empty where the channel knows none
 * @param html null when there is plain text only
 * @param data what a client needs to lead to the invoice or payment, and what a channel adds of its own
 */
public record Message(
        UUID id,
        @Nullable UUID customerId,
        String to,
        String subject,
        String text,
        @Nullable String html,
        Locale locale,
        Map<String, String> data) {

    public Message {
        data = Map.copyOf(data);
    }
}

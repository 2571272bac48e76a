package uplink.notification.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its words, as they went out or would go out now.
 *
 * @param language in which it went out or would
 * @param template the version of the words
 */
public record MessageDetail(
        MessageRow message,
        String language,
        int template,
        String subject,
        String text,
        @Nullable String html,
        List<DeliveryAttempt> attempts) {

    public MessageDetail {
        attempts = List.copyOf(attempts);
    }
}

package uplink.notification.boundary;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a customer was told.
 *
 * @param data the event's ids and values, so that a client can lead to the invoice or payment
 * @param readAt null while unread
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        NoticeText text,
        Map<String, Object> data,
        Instant createdAt,
        @Nullable Instant readAt) {

    public Notice {
        data = Map.copyOf(data);
    }
}

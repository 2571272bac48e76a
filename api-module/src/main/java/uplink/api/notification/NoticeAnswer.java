package uplink.api.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.Notice;
import uplink.notification.boundary.NoticeKind;

/** A notification in the reader's language. */
public record NoticeAnswer(
        UUID id, NoticeKind kind, String text, Map<String, Object> data, Instant createdAt, @Nullable Instant readAt) {

    static NoticeAnswer of(Notice notice, Locale language) {
        return new NoticeAnswer(
                notice.id(),
                notice.kind(),
                notice.text().in(language),
                notice.data(),
                notice.createdAt(),
                notice.readAt());
    }
}

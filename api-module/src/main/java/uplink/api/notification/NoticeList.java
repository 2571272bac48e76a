package uplink.api.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.Notice;
import uplink.shared.Page;

/**
 * A page of notifications.
 *
 * @param unread how many are unread in all, not only on this page
 */
public record NoticeList(List<NoticeAnswer> items, @Nullable String nextCursor, long unread) {

    static NoticeList of(Page<Notice> page, long unread, Locale language) {
        return new NoticeList(
                page.items().stream()
                        .map(notice -> NoticeAnswer.of(notice, language))
                        .toList(),
                page.nextCursor(),
                unread);
    }
}

package uplink.notification.boundary;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants from now on.
 *
 * @param language null: as it is
 * @param timeZone null: the provider's
 * @param quietHours null: none
 * @param topics what is not named is as it is delivered
 * @param invoiceFile whether the letter about a new invoice carries it as a PDF; null: as it is
 */
public record NoticePreferencesChange(
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable QuietTimes quietHours,
        @Nullable List<TopicChange> topics,
        @Nullable Boolean invoiceFile) {

    public NoticePreferencesChange {
        topics =
                topics == null ? null : topics.stream().filter(Objects::nonNull).toList();
    }

    /** A topic's ways. */
    public record TopicChange(@Nullable NoticeTopic topic, @Nullable List<ChannelChange> channels) {

        public TopicChange {
            channels = channels == null
                    ? null
                    : channels.stream().filter(Objects::nonNull).toList();
        }
    }

    /** Whether one way is wanted. */
    public record ChannelChange(@Nullable NoticeChannel channel, boolean wanted) {}
}

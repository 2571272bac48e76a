package uplink.notification.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to hear of, how, and when.
 *
 * @param language {@code ru} or {@code en}: the one of the profile
 * @param timeZone of the quiet hours, as in {@code Asia/Omsk}; null: the provider's
 * @param quietHours null: at any time
 * @param invoiceFile the letter about a new invoice carries it as a PDF
 */
public record NoticePreferences(
        String language,
        @Nullable String timeZone,
        @Nullable QuietTimes quietHours,
        List<TopicPreference> topics,
        boolean invoiceFile,
        int version) {

    public NoticePreferences {
        topics = List.copyOf(topics);
    }
}

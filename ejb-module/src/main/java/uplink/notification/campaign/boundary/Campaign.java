package uplink.notification.campaign.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkFilter;
import uplink.notification.boundary.NoticeChannel;
import uplink.shared.Text;

/**
 * Words to many customers, and how far they have come.
 *
 * @param no what people call it
 * @param filter to whom; the set was frozen when it was ordered
 * @param perMinute messages in a minute by each way
 * @param startsAt business time; null: not ordered
 * @param total how many customers it is for; 0 until it is ordered
 * @param told how many of them have had their turn; messages to them may still wait in the queue
 * @param orderedById who wants it sent; null: nobody yet
 * @param decidedBy the second person who approved it
 * @param note what the second person said
 * @param failure that it failed, and the id under which the log tells why
 * @param texts what it says; empty in lists
 * @param results what became of it by each way; empty in lists and before it begins
 */
public record Campaign(
        UUID id,
        long no,
        String name,
        BulkFilter filter,
        List<NoticeChannel> channels,
        int perMinute,
        CampaignStatus status,
        @Nullable Instant startsAt,
        int total,
        int told,
        UUID createdById,
        String createdBy,
        @Nullable UUID orderedById,
        @Nullable String orderedBy,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Text failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int version,
        List<CampaignText> texts,
        List<CampaignResult> results) {

    public Campaign {
        channels = List.copyOf(channels);
        texts = List.copyOf(texts);
        results = List.copyOf(results);
    }
}

package uplink.notification.campaign.boundary;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkFilter;
import uplink.notification.boundary.NoticeChannel;

/**
 * What a campaign is to be.
 *
 * @param name for the provider's people; customers do not see it
 * @param filter to whom: as the list of customers is filtered
 * @param channels by which ways, each once; {@code app} is the list in the cabinet
 * @param perMinute how many messages go out in a minute by each way, 1 to 6000; null: 600
 */
public record CampaignPlan(
        @Nullable String name,
        @Nullable BulkFilter filter,
        @Nullable List<NoticeChannel> channels,
        @Nullable Integer perMinute) {

    public CampaignPlan {
        channels = channels == null
                ? null
                : channels.stream().filter(Objects::nonNull).toList();
    }
}

package uplink.notification.campaign.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;

/**
 * That words of a campaign are to be sent to one address.
 *
 * @param language {@code ru} or {@code en}
 * @param customerId as whom; null: as an example
 * @param address an e-mail address or a telephone number; null: the caller's own
 */
public record CampaignTest(
        @Nullable NoticeChannel channel,
        @Nullable String language,
        @Nullable UUID customerId,
        @Nullable String address) {}

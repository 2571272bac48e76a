package uplink.notification.campaign.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;

/**
 * Words to be looked at before a campaign says them.
 *
 * @param language {@code ru} or {@code en}
 * @param customerId as whom to read them; null: as an example
 * @param address where to send them, an e-mail address or a telephone number; null: to whoever asks. Of no account for looking at them
 */
public record CampaignTrial(
        @Nullable NoticeChannel channel,
        @Nullable String language,
        @Nullable String subject,
        @Nullable String body,
        @Nullable UUID customerId,
        @Nullable String address) {}

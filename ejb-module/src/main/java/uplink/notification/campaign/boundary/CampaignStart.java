package uplink.notification.campaign.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a campaign is to be sent.
 *
 * @param startsAt when, in business time; null: at once
 * @param count to how many customers: must be given, and right, where there are more than a hundred
 */
public record CampaignStart(@Nullable Instant startsAt, @Nullable Integer count) {}

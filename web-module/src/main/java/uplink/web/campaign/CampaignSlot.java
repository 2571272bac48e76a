package uplink.web.campaign;

import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.CampaignText;

/**
 * A place for words: one way in one language.
 *
 * @param text null: nobody has written them yet
 */
public record CampaignSlot(NoticeChannel channel, String language, @Nullable CampaignText text) {}

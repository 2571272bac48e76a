package uplink.notification.campaign.boundary;

import uplink.notification.boundary.NoticeChannel;

/**
 * What a campaign says by one way in one language, with {@code {name}}, {@code {contract}} and {@code {cabinet}} in it.
 *
 * @param language {@code ru} or {@code en}
 * @param subject of a letter or a push; empty where there is none
 */
public record CampaignText(NoticeChannel channel, String language, String subject, String body) {}

package uplink.notification.campaign.boundary;

import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;

/**
 * The words of one way in one language, to be kept; {@code {name}}, {@code {contract}} and {@code {cabinet}} stand for what the
 * reader is called, the contract's number and the cabinet's address.
 *
 * @param channel one of the campaign's
 * @param language {@code ru} or {@code en}
 * @param subject of a letter or a push, at most 200 characters; null or empty where there is none
 * @param body at most 4000 characters
 */
public record CampaignWording(
        @Nullable NoticeChannel channel, @Nullable String language, @Nullable String subject, @Nullable String body) {}

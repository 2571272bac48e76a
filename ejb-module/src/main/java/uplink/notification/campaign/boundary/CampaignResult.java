package uplink.notification.campaign.boundary;

import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;

/**
 * What became of a campaign by one way. A customer with several apps counts once for each.
 *
 * @param waiting for its turn, for the end of quiet hours, or for its peer
 * @param sent the peer has it, or it is in the cabinet's list
 * @param delivered of those the peer reports as delivered; they are not in {@code sent}
 * @param failed given up
 * @param noConsent not sent, because no consent to advertising was in force when it was its turn
 * @param switchedOff not sent, because the customer does not want such messages by this way
 * @param noAddress not sent, because there was no address
 * @param opened how many have read it in the cabinet or the app; null where that cannot be known
 */
public record CampaignResult(
        NoticeChannel channel,
        long waiting,
        long sent,
        long delivered,
        long failed,
        long noConsent,
        long switchedOff,
        long noAddress,
        @Nullable Long opened) {}

package uplink.notification.campaign.boundary;

import java.util.List;
import uplink.notification.boundary.NoticeChannel;

/**
 * Whom a filter finds now, before anything is sent.
 *
 * @param found how many customers
 * @param agreed of how many a consent to advertising is in force
 * @param ways of these, how many each way reaches
 */
public record CampaignAudience(int found, int agreed, List<Way> ways) {

    public CampaignAudience {
        ways = List.copyOf(ways);
    }

    /**
     * One way.
     *
     * @param reached who has an address there and has not switched such messages off
     */
    public record Way(NoticeChannel channel, int reached) {}
}

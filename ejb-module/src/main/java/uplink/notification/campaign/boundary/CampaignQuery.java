package uplink.notification.campaign.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of campaigns for the console.
 *
 * @param text a part of the name
 * @param first rows to skip
 * @param size 1 to 100
 */
public record CampaignQuery(
        @Nullable String text, @Nullable CampaignStatus status, Sort sort, boolean ascending, int first, int size) {

    /** What the list can be sorted by. */
    public enum Sort {
        CREATED,
        NAME,
        STARTS,
        TOTAL
    }
}

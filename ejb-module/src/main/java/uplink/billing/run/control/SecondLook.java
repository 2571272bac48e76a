package uplink.billing.run.control;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.subscription.control.SubscriptionTimeline;

/**
 * Which subscriptions are rated against everything that they were ever charged, and how many of them at once: years of
 * daily shares of a whole chunk would not fit into memory.
 *
 * @param all rated together, in the order of the chunk
 * @param again those of them whose charges are needed
 */
record SecondLook(List<SubscriptionTimeline> all, List<UUID> again) {

    /** A year of months is a dozen lines, a year of days is hundreds. */
    private static final int DAILY = 10;

    private static final int AT_ONCE = 200;

    /** @param everybody the chunk has failed before: nobody's marks are trusted */
    static List<SecondLook> slices(List<SubscriptionTimeline> due, boolean everybody) {
        List<SecondLook> slices = new ArrayList<>();
        SecondLook slice = new SecondLook(new ArrayList<>(), new ArrayList<>());
        int weight = 0;
        for (SubscriptionTimeline subscription : due) {
            slice.all.add(subscription);
            if (everybody || subscription.rerateFrom() != null) {
                slice.again.add(subscription.subscriptionId());
                weight += isDaily(subscription) ? DAILY : 1;
            }
            if (weight >= AT_ONCE) {
                slices.add(slice);
                slice = new SecondLook(new ArrayList<>(), new ArrayList<>());
                weight = 0;
            }
        }
        slices.add(slice);
        return slices;
    }

    static boolean isDaily(SubscriptionTimeline subscription) {
        return subscription.timeline().events().stream()
                .anyMatch(e -> e.terms() != null && e.terms().spread() == Spread.DAILY);
    }
}

package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Timeline;

/**
 * A subscription as the rating engine wants it, with the marks that tell how far it was billed.
 *
 * @param chargedTo everything before this day is charged; null: nothing yet
 * @param nextDue as loaded
 * @param rerateFrom the timeline changed from this day on since the last run; null: it did not
 * @param version as loaded: whoever writes the marks back does it {@code where version = ?}, because an event may have
 *     been recorded meanwhile
 */
public record SubscriptionTimeline(
        UUID customerId,
        UUID contractId,
        UUID subscriptionId,
        UUID tariffId,
        @Nullable LocalDate chargedTo,
        @Nullable LocalDate nextDue,
        @Nullable LocalDate rerateFrom,
        int version,
        Timeline timeline) {}

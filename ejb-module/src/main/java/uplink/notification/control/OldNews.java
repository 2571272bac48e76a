package uplink.notification.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uplink.shared.SystemTime;

/**
 * What happened so long ago that nobody is written to about it any more: it is only listed. A consumer that comes late, because
 * the broker was away, the database was restored or a provider's past was made up, would otherwise pour out its whole history,
 * and a message that costs money or wakes somebody is worth nothing by then.
 */
public final class OldNews {

    /** Longer than any outage that somebody is still going to mend, shorter than a month's bills. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private OldNews() {}

    /**
     * What happened before that is old. Some news have business time and some the machine's: nothing is old that is not by both.
     *
     * @param business the business clock
     */
    public static Instant before(Clock business) {
        Instant byBusiness = business.instant();
        Instant byMachine = SystemTime.now();
        return (byBusiness.isBefore(byMachine) ? byBusiness : byMachine).minus(LONGEST);
    }
}

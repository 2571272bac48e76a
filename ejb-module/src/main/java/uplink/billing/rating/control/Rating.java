package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.Timeline;

/** Rating: what a subscription should have been charged up to a date, minus what it was charged. */
public final class Rating {

    private Rating() {}

    /**
     * The first day of the billing period that follows the one with that day in it; before the start, the first day of
     * all. Refuses what makes no sense with {@link InvalidTimeline}.
     */
    public static LocalDate nextPeriod(Timeline timeline, LocalDate day) {
        return CourseReader.read(timeline).nextPeriod(day);
    }

    /**
     * Rates one subscription. Never throws for bad data: that is what the verdict is for.
     *
     * @param timeline with every event that is to be taken into account, future ones too
     * @param billed every line that the subscription was ever charged; or, with {@code since}, none
     * @param target charges what is due on this day or earlier
     * @param since what the last run gave as {@link RatedInvoice#since}, when it also said that no line ends later and
     *     nothing was recorded since: everything before that day is settled, whatever the subscription's age. Lines in
     *     {@code billed} outweigh it: an event can move days before its own date
     */
    public static RatedInvoice rate(
            Timeline timeline, List<RatedLine> billed, LocalDate target, @Nullable LocalDate since) {
        Course course;
        try {
            course = CourseReader.read(timeline);
        } catch (InvalidTimeline e) {
            return RatingRun.refused(
                    timeline, new Quarantine(Quarantine.Reason.INVALID_TIMELINE, null, 0, e.reason()), target);
        }
        LocalDate settled = since == null || !billed.isEmpty() ? LocalDate.MIN : since;
        Billed before = new Billed(billed);
        Quarantine fault = before.fault();
        if (fault != null) {
            return RatingRun.refused(timeline, fault, target);
        }
        return new RatingRun(timeline, course, before, target, settled).result();
    }
}

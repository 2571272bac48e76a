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
     * Rates one subscription. Never throws for bad data: that is what the verdict is for.
     *
     * @param timeline with every event that is to be taken into account, future ones too
     * @param billed every line that ends after {@code since}, and every adjustment of such a line; all of them when
     *     {@code since} is null
     * @param target charges what is due on this day or earlier
     * @param since days before it are taken as settled and cost nothing to skip; null: everything is looked at. No
     *     event dated earlier may have been added since the run that gave it as {@link RatedInvoice#since}
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
        LocalDate settled = since == null ? LocalDate.MIN : since;
        Billed before = new Billed(billed, settled);
        Quarantine fault = before.fault();
        if (fault != null) {
            return RatingRun.refused(timeline, fault, target);
        }
        return new RatingRun(timeline, course, before, target, settled).result();
    }
}

package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.TimelineEvent;

/**
 * A timeline made ready for rating.
 *
 * @param segments active service, by date, without overlaps
 * @param grids the billing periods, each from its beginning to that of the next
 * @param fees one-off fees by date
 * @param marks what may be the cause of a line, by date
 * @param cancelled the first day without service, null while there is no end
 */
record Course(
        List<Segment> segments,
        List<BillingGrid> grids,
        List<Fee> fees,
        List<TimelineEvent> marks,
        @Nullable LocalDate cancelled) {

    /** Stands for no end. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** The latest event on or before a day; the first one of all when there is none. */
    TimelineEvent causeAt(LocalDate day) {
        TimelineEvent cause = marks.get(0);
        for (TimelineEvent mark : marks) {
            if (mark.date().isAfter(day)) {
                break;
            }
            cause = mark;
        }
        return cause;
    }

    /** The last day of the billing period that contains a day, exclusive; for days before the first grid, the day after. */
    LocalDate periodEnd(LocalDate day) {
        for (int i = grids.size() - 1; i >= 0; i--) {
            if (!grids.get(i).from().isAfter(day)) {
                return grids.get(i).cellAt(day).end();
            }
        }
        return day.plusDays(1);
    }
}

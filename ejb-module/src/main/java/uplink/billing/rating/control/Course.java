package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.TimelineEvent;

/**
 * A timeline made ready for rating.
 *
 * @param segments active service, by date, without overlaps
 * @param grids the billing periods, each from its beginning to that of the next
 * @param fees one-off fees by date
 * @param marks what may be the cause of a line, by the first day that it moved
 * @param corrected the last correction of each corrected event, by the cause that the event would have been
 * @param cancelled the first day without service, null while there is no end
 */
record Course(
        List<Segment> segments,
        List<BillingGrid> grids,
        List<Fee> fees,
        List<Mark> marks,
        Map<String, TimelineEvent> corrected,
        @Nullable LocalDate cancelled) {

    /** Stands for no end. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    LocalDate nextPeriod(LocalDate day) {
        LocalDate next = grids.get(0).from();
        for (BillingGrid grid : grids) {
            if (grid.from().isAfter(day)) {
                return Piece.earlier(next.isAfter(day) ? next : grid.from(), grid.from());
            }
            next = grid.cellAt(day).end();
        }
        return next;
    }

    /** The latest event that moved a day or one before it; the first one of all when there is none. */
    TimelineEvent causeAt(LocalDate day) {
        Mark cause = marks.get(0);
        for (Mark mark : marks) {
            if (mark.from().isAfter(day)) {
                break;
            }
            cause = mark;
        }
        return cause.event();
    }
}

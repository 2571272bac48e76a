package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedLine;

/** The last look at what a run is about to write: a subscription that looks wrong waits for a person. */
final class Guard {

    /** More than this many charges with one period start are no accident of a busy month. */
    static final int LIMIT = 15;

    private Guard() {}

    static @Nullable Quarantine judge(List<RatedLine> lines) {
        for (RatedLine line : lines) {
            if (line.to().isBefore(line.from())) {
                return new Quarantine(Quarantine.Reason.END_BEFORE_START, line.from(), 0, null);
            }
        }
        if (lines.size() <= LIMIT) {
            return null;
        }
        Map<LocalDate, Integer> counts = new HashMap<>();
        for (RatedLine line : lines) {
            int count = counts.merge(line.key().periodStart(), 1, Integer::sum);
            if (count > LIMIT) {
                return new Quarantine(
                        Quarantine.Reason.TOO_MANY_CHARGES, line.key().periodStart(), count, null);
            }
        }
        return null;
    }
}

package uplink.retention.control;

import java.util.List;
import uplink.retention.boundary.RetentionCandidate;

/**
 * What is due.
 *
 * @param count at most {@link #MOST}
 * @param more whether there is more than that
 * @param first oldest first
 */
public record Found(long count, boolean more, List<RetentionCandidate> first) {

    /** Counting ends here: to see whether a rule is as it was meant to be nobody needs more. */
    public static final int MOST = 10_001;

    /** So many are shown. */
    static final int SHOWN = 20;

    /** A candidate, and how many there are in all. */
    record Counted(long all, RetentionCandidate candidate) {}

    static Found of(List<Counted> rows) {
        long all = rows.isEmpty() ? 0 : rows.get(0).all();
        return new Found(
                Math.min(all, MOST),
                all >= MOST,
                rows.stream().map(Counted::candidate).toList());
    }
}

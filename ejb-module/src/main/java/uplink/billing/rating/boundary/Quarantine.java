package uplink.billing.rating.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;
import uplink.shared.Text;

/**
 * Why a subscription cannot be billed without a person looking at it.
 *
 * @param date the period start, line or event in question, where there is one
 * @param count charges found, for {@link Reason#TOO_MANY_CHARGES}
 * @param timeline what is wrong, for {@link Reason#INVALID_TIMELINE}
 */
public record Quarantine(
        Reason reason, @Nullable LocalDate date, int count, InvalidTimeline.@Nullable Reason timeline) {

    /** The guard's verdicts. */
    public enum Reason implements Coded {
        /** More than 15 charges with one period start. */
        TOO_MANY_CHARGES,
        /** Two recurring charges for the same day were found. */
        OVERLAP,
        /** A line ends before it starts. */
        END_BEFORE_START,
        /** The events contradict each other. */
        INVALID_TIMELINE
    }

    /** The verdict in words. */
    public Text text() {
        String key = "rating.quarantine." + reason.code();
        return timeline == null
                ? Text.of(key, date == null ? "" : date, count)
                : Text.of(key, Text.of("rating.invalid." + timeline.code()));
    }
}

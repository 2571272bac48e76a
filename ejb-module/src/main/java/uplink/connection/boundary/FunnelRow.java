package uplink.connection.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the applications of a period have come.
 *
 * @param source where they came from; null: all of them
 * @param made how many there were
 * @param stages for each state after the first
 */
public record FunnelRow(@Nullable ApplicationSource source, long made, List<Stage> stages) {

    public FunnelRow {
        stages = List.copyOf(stages);
    }

    /**
     * How many of them have been in a state, now or before.
     *
     * @param percent of those that were made, with one decimal; null when none were
     * @param medianDays from the application to the state, with one decimal; null when none came so far
     */
    public record Stage(
            ApplicationStatus status, long count, @Nullable BigDecimal percent, @Nullable BigDecimal medianDays) {}
}

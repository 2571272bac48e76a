package uplink.retention.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A night's work, or a run that somebody asked for.
 *
 * @param night null: somebody asked for it
 * @param startedBy who; null: the timer
 * @param found what was due, over all rules that have begun
 * @param taken rows and persons
 * @param erased persons among them
 * @param results by rule, in the order in which they are done; empty in lists
 */
public record RetentionRun(
        UUID id,
        @Nullable LocalDate night,
        RetentionStatus status,
        @Nullable String startedBy,
        long found,
        long taken,
        long erased,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<RetentionResult> results) {

    public RetentionRun {
        results = List.copyOf(results);
    }
}

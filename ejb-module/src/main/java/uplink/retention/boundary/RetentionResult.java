package uplink.retention.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * What a rule took in a run.
 *
 * @param keep as the rule was
 * @param found what was due when it began, at most what a night may take
 * @param failed persons who could not be erased; the log tells why
 * @param held persons who were due and stayed
 * @param failure that the rule could not go on, and the id under which the log tells why
 */
public record RetentionResult(
        String code,
        String nameRu,
        String nameEn,
        int keep,
        RetentionUnit unit,
        int found,
        int taken,
        int failed,
        List<RetentionHeld> held,
        @Nullable Text failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public RetentionResult {
        held = List.copyOf(held);
    }
}

package uplink.retention.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would take; nothing is done.
 *
 * @param keep by which it was counted, in the rule's unit
 * @param before what was not needed any more before that
 * @param count how many there are; counting ends at 10,001
 * @param more whether there are more than were counted
 * @param nights in how many nights they would go
 * @param next the next night; null: the rule is off
 * @param first the first of them, oldest first
 * @param held persons who are due and stay, by what holds them
 * @param heldFirst the first of those
 */
public record RetentionPreview(
        String code,
        int keep,
        Instant before,
        long count,
        boolean more,
        long nights,
        @Nullable Instant next,
        List<RetentionCandidate> first,
        List<RetentionHeld> held,
        List<RetentionCandidate> heldFirst) {

    public RetentionPreview {
        first = List.copyOf(first);
        held = List.copyOf(held);
        heldFirst = List.copyOf(heldFirst);
    }
}

package uplink.shared.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer gave up on.
 *
 * @param consumer who gave up: a consumer of events, or the queue it was in
 * @param eventId the event's own id; made from the body when there is none to read
 * @param type the event's type; {@code unreadable} when there is none to read
 * @param body the message as it came; empty when it was too large to keep
 * @param replayedAt when it was replayed with success
 */
public record DeadLetter(
        UUID id,
        String consumer,
        UUID eventId,
        String type,
        String body,
        String reason,
        Instant parkedAt,
        @Nullable Instant replayedAt) {}

package uplink.notification.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message by one way, as the log has it.
 *
 * @param again somebody had it sent once more
 * @param sentTo null until it has gone out
 * @param nextAt when it is tried; null unless it waits
 */
public record MessageRow(
        UUID id,
        UUID customerId,
        String customerName,
        NoticeKind kind,
        NoticeChannel channel,
        MessageStatus status,
        boolean again,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String sentTo,
        @Nullable String failure,
        @Nullable Instant nextAt) {}

package uplink.auth.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is still open.
 *
 * @param kind {@code api} or {@code console}
 * @param device what the client calls itself
 * @param address the client's address when it was last heard of
 * @param current whether it is the one that asks
 */
public record Session(
        UUID id,
        String kind,
        @Nullable String device,
        @Nullable String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}

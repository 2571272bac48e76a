package uplink.auth.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service account's key, without the key itself.
 *
 * @param hint how the key begins
 * @param permissions codes of what it may do
 * @param lastUsedAt to the minute; null when it never was
 * @param revokedAt null while it is in force
 */
public record ApiKey(
        UUID id,
        String name,
        String hint,
        List<String> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        permissions = List.copyOf(permissions);
    }
}

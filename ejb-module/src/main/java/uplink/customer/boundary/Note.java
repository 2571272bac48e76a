package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues should know about a customer.
 *
 * @param author the name of who wrote it
 * @param own whether it is the caller's: then its text can be changed
 * @param pinned shown above the others
 * @param editedAt null: it is as it was written
 * @param version for {@code If-Match}
 */
public record Note(
        UUID id,
        UUID customerId,
        UUID authorId,
        String author,
        boolean own,
        String text,
        boolean pinned,
        Instant createdAt,
        @Nullable Instant editedAt,
        int version) {}

package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * Where an import stands.
 *
 * @param total rows in the file; 0 until it was read
 * @param done rows checked so far
 * @param added rows that were written (in a dry run: would be)
 * @param unchanged rows that were there already with the same data
 * @param refused rows that were refused
 * @param failure that it failed, and the id under which the log tells why; null when it did not
 */
public record ImportReport(
        UUID id,
        ImportKind kind,
        String fileName,
        ImportMode mode,
        boolean dryRun,
        ImportStatus status,
        int total,
        int done,
        int added,
        int unchanged,
        int refused,
        @Nullable Text failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}

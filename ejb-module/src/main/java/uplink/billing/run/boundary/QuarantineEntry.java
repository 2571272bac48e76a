package uplink.billing.run.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A customer that could not be billed.
 *
 * @param reason stable code
 * @param explanation the reason in words
 * @param attempts how often a run has tried
 */
public record QuarantineEntry(
        UUID id,
        UUID customerId,
        String fullName,
        String contractNumber,
        @Nullable UUID runId,
        String reason,
        Text explanation,
        Instant createdAt,
        int attempts,
        Instant lastTriedAt,
        @Nullable Instant resolvedAt) {}

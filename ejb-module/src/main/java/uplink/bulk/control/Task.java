package uplink.bulk.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkStatus;

/**
 * A work as it is worked on.
 *
 * @param by in whose name
 * @param key of a service account
 */
public record Task(
        UUID id,
        long no,
        BulkKind kind,
        BulkParameters parameters,
        String currency,
        BulkStatus status,
        BulkPhase phase,
        UUID by,
        @Nullable UUID key) {}

package uplink.billing.reconciliation.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of what does not agree, newest first.
 *
 * @param before only those older than that one
 * @param size 1 to 200
 */
public record DiscrepancyQuery(
        @Nullable String provider,
        @Nullable LocalDate day,
        @Nullable DiscrepancyKind kind,
        @Nullable DiscrepancyStatus status,
        @Nullable UUID before,
        int first,
        int size) {}

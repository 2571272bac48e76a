package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of works for the console, newest first.
 *
 * @param first rows to skip
 * @param size 1 to 100
 */
public record BulkQuery(@Nullable BulkKind kind, @Nullable BulkStatus status, int first, int size) {}

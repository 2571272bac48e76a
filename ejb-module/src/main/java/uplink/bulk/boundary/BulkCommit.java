package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;

/**
 * That a work is to be done.
 *
 * @param count how many are to be changed: must be given, and right, where there are more than a hundred
 */
public record BulkCommit(@Nullable Integer count) {}

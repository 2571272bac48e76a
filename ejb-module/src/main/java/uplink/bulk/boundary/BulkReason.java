package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Why some are left out, skipped or kept.
 *
 * @param problem the type of the refusal; null: there was nothing to do
 */
public record BulkReason(BulkState state, @Nullable String problem, String reasonRu, String reasonEn, long count) {}

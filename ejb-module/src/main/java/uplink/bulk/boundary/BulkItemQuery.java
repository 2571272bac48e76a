package uplink.bulk.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of what a work is about, in the order in which it is worked on.
 *
 * @param first rows to skip
 * @param size 1 to 1000
 */
public record BulkItemQuery(UUID work, @Nullable BulkState state, int first, int size) {}

package uplink.billing.run.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of runs for the console, newest first unless {@code ascending}.
 *
 * @param first rows to skip
 * @param size 1 to 200
 */
public record RunQuery(@Nullable RunMode mode, @Nullable RunStatus status, boolean ascending, int first, int size) {}

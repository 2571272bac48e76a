package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;

/**
 * How far the phase is that a work is in.
 *
 * @param ratePerSecond since it was set to work for the last time; 0 before
 * @param etaSeconds until the end at that rate; null when it is not under way
 */
public record BulkProgress(BulkPhase phase, int total, int done, int ratePerSecond, @Nullable Long etaSeconds) {}

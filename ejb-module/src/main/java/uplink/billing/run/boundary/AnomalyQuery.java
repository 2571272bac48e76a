package uplink.billing.run.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a run's anomalies for the console, the greatest difference first.
 *
 * @param kind null: all
 * @param first rows to skip
 * @param size 1 to 200
 */
public record AnomalyQuery(UUID runId, @Nullable AnomalyKind kind, int first, int size) {}

package uplink.billing.run.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the quarantine for the console, newest first.
 *
 * @param openOnly leaves out what is resolved
 * @param customerId null: everybody
 * @param first rows to skip
 * @param size 1 to 200
 */
public record QuarantineQuery(boolean openOnly, @Nullable UUID customerId, int first, int size) {}

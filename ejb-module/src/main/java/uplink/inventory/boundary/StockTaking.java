package uplink.inventory.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock-taking that was closed.
 *
 * @param missing how many were written off
 * @param brought how many were found here though they should have been elsewhere
 * @param by who closed it; null: nobody in person
 */
public record StockTaking(
        UUID id,
        UUID warehouseId,
        int expected,
        int counted,
        int missing,
        int brought,
        String reason,
        @Nullable String document,
        Instant at,
        @Nullable String by) {}

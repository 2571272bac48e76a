package uplink.inventory.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of a device.
 *
 * @param no 1 for its arrival
 * @param from null: it arrived
 * @param price what was agreed: once for a sale, for a period of a rent
 * @param by who did it; null: nobody in person
 */
public record DeviceMove(
        int no,
        Instant at,
        @Nullable String by,
        @Nullable DevicePlace from,
        DevicePlace to,
        @Nullable BigDecimal price,
        @Nullable String reason,
        @Nullable String document) {}

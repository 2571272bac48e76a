package uplink.inventory.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is or was.
 *
 * @param name of the warehouse, of who is in the crew, or of the customer; null for a customer when the reader may not
 *     read customers
 * @param terms why a customer has it
 */
public record DevicePlace(
        DeviceState state,
        @Nullable UUID warehouseId,
        @Nullable UUID crewId,
        @Nullable UUID customerId,
        @Nullable String name,
        @Nullable DeviceTerms terms) {}

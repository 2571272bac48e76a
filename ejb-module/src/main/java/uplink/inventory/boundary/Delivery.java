package uplink.inventory.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Devices of one model that arrive in a warehouse.
 *
 * @param devices 1 to 200
 * @param document the delivery note's number
 */
public record Delivery(UUID modelId, UUID warehouseId, List<NewDevice> devices, @Nullable String document) {

    public Delivery {
        devices = devices == null ? List.of() : List.copyOf(devices);
    }
}

package uplink.inventory.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which warehouse a device is put. */
public record Storing(UUID warehouseId, @Nullable String reason, @Nullable String document) {}

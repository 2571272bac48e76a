package uplink.inventory.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of the crews takes a device along. */
public record HandOut(UUID crewId, @Nullable String reason, @Nullable String document) {}

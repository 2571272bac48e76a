package uplink.inventory.boundary;

import org.jspecify.annotations.Nullable;

/** Why a device is moved, and by which document. */
public record DeviceNote(@Nullable String reason, @Nullable String document) {}

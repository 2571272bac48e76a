package uplink.inventory.boundary;

import org.jspecify.annotations.Nullable;

/** A device as its label says; the MAC in any spelling. */
public record NewDevice(String serial, @Nullable String mac) {}

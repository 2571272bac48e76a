package uplink.inventory.boundary;

import org.jspecify.annotations.Nullable;

/** A warehouse to be added, or what an existing one shall be from now on. */
public record NewWarehouse(String code, String name, @Nullable Boolean active) {}

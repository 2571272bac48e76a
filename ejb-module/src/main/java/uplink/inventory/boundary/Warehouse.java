package uplink.inventory.boundary;

import java.util.UUID;

/**
 * A place where devices are kept.
 *
 * @param devices how many are there
 * @param version for {@code If-Match}
 */
public record Warehouse(UUID id, String code, String name, boolean active, int devices, int version) {}

package uplink.inventory.boundary;

import java.util.UUID;

/** Somebody who goes out to customers. */
public record CrewMember(UUID id, String name) {}

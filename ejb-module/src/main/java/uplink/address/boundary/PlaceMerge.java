package uplink.address.boundary;

import java.util.UUID;

/** @param into the place of the same kind that it turned out to be */
public record PlaceMerge(UUID into) {}

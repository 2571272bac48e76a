package uplink.address.boundary;

import java.util.UUID;

/** Something else holds at a place and within it from now on: fired inside the transaction that says so. */
public record CoverageChanged(UUID placeId) {}

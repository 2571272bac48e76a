package uplink.address.boundary;

import java.util.UUID;

/**
 * A place that was looked for.
 *
 * @param line in one line, the largest place first
 */
public record FoundPlace(UUID id, PlaceKind kind, String line) {}

package uplink.address.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A note to be kept, one for each entrance and floor.
 *
 * @param text at most 2,000 characters
 */
public record NewHouseNote(@Nullable String entrance, @Nullable String floor, String text) {}

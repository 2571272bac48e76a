package uplink.api.address;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param placeId a house of the tree; null: none */
public record HouseRequest(@Nullable UUID placeId) {}

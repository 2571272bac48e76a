package uplink.address.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a place shall be from now on.
 *
 * @param parentId what it lies within
 * @param type null: none
 * @param active false: there is no such place any more; null: as it is
 */
public record PlaceChange(@Nullable UUID parentId, @Nullable String type, String name, @Nullable Boolean active) {}

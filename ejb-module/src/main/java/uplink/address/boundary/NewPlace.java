package uplink.address.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place as somebody wants it.
 *
 * @param parentId what it lies within; may be missing for places as large as a locality
 * @param type for example {@code ул.}, {@code проспект}, {@code г.}; null: what the name begins or ends with, if anything
 * @param name at most 200 characters; of a house its number with everything: {@code 5 к. 2}
 */
public record NewPlace(@Nullable UUID parentId, PlaceKind kind, @Nullable String type, String name) {}

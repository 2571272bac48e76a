package uplink.address.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place of the tree.
 *
 * @param parentId what it lies within; null: nothing larger is kept
 * @param type as papers write it before the name, for example {@code ул.}; null: none
 * @param name without its type; of a house its whole number
 * @param garId its OBJECTID in the state's register of addresses; null: not from there
 * @param garGuid its OBJECTGUID there
 * @param active false: there is no such place any more
 * @param mergedInto the place that it turned out to be; null: none
 * @param title type and name
 * @param line in one line, the largest place first
 * @param version for {@code If-Match}
 */
public record Place(
        UUID id,
        @Nullable UUID parentId,
        PlaceKind kind,
        @Nullable String type,
        String name,
        @Nullable Long garId,
        @Nullable UUID garGuid,
        boolean active,
        @Nullable UUID mergedInto,
        String title,
        String line,
        int version) {}

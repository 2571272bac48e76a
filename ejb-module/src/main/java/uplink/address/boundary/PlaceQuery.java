package uplink.address.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the places that lie within one, which slice; larger ones first, then by name, numbers by their value.
 *
 * @param parent null: those that lie within nothing
 * @param text how the name begins
 * @param inactive whether those that are no more are shown, too
 */
public record PlaceQuery(
        @Nullable UUID parent,
        @Nullable PlaceKind kind,
        @Nullable String text,
        boolean inactive,
        int first,
        int size) {}

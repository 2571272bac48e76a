package uplink.address.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can be connected at an address, and by what.
 *
 * @param technologies what is there first, the fastest first; then what is to come; empty for {@code no} and {@code unknown}
 * @param placeId what the address was understood as: a house, or the street or city where the house is not in the tree;
 *     null: it was not understood
 * @param place the same in one line
 */
public record Feasibility(
        FeasibilityAnswer answer,
        List<FeasibleTechnology> technologies,
        @Nullable UUID placeId,
        @Nullable String place) {

    public Feasibility {
        technologies = List.copyOf(technologies);
    }

    /** Nobody can say. */
    public static Feasibility unknown() {
        return new Feasibility(FeasibilityAnswer.UNKNOWN, List.of(), null, null);
    }
}

package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address to be recorded: city, street and house are needed.
 *
 * @param placeId the house in the tree of places; null: the one that the words mean, if exactly one fits
 */
public record NewAddress(
        @Nullable String region,
        @Nullable String city,
        @Nullable String street,
        @Nullable String house,
        @Nullable String flat,
        @Nullable String entrance,
        @Nullable String floor,
        @Nullable String note,
        @Nullable UUID placeId) {

    public NewAddress(
            @Nullable String region,
            @Nullable String city,
            @Nullable String street,
            @Nullable String house,
            @Nullable String flat,
            @Nullable String entrance,
            @Nullable String floor,
            @Nullable String note) {
        this(region, city, street, house, flat, entrance, floor, note, null);
    }
}

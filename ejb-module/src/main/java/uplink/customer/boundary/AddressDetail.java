package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where service is delivered.
 *
 * @param placeId the house in the tree of places; null: not known
 * @param line the whole address in one line
 */
public record AddressDetail(
        UUID id,
        @Nullable String region,
        String city,
        String street,
        String house,
        @Nullable String flat,
        @Nullable String entrance,
        @Nullable String floor,
        @Nullable String note,
        @Nullable UUID placeId,
        String line) {

    /** The same in that house of the tree. */
    public AddressDetail in(@Nullable UUID inHouse) {
        return new AddressDetail(id, region, city, street, house, flat, entrance, floor, note, inHouse, line);
    }

    /** House and flat are joined by a dash, as on an envelope: no word of it needs a language. */
    public static String line(String city, String street, String house, @Nullable String flat) {
        return city + ", " + street + ", " + house + (flat == null ? "" : "-" + flat);
    }
}

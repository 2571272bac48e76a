package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where service is delivered.
 *
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
        String line) {

    /** House and flat are joined by a dash, as on an envelope: no word of it needs a language. */
    public static String line(String city, String street, String house, @Nullable String flat) {
        return city + ", " + street + ", " + house + (flat == null ? "" : "-" + flat);
    }
}

package uplink.connection.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.PlaceParts;
import uplink.connection.boundary.Application;

/** Where the service will be, when nobody has looked: the house that the words of the applicant mean, and their flat. */
public final class ToldPlace {

    private static final Pattern FLAT = Pattern.compile(
            "(?<!\\p{L})(?:квартира|кв|офис|оф|помещение|пом|apartment|apt|flat)[. №]*([0-9]{1,5}\\p{L}?)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ToldPlace() {}

    /**
     * Empty unless it is a house with its street and city, each as long as a contract's address lets it be.
     *
     * @param path what the words mean, the largest place first
     */
    public static Optional<Application.Place> of(List<Place> path, String told) {
        if (path.isEmpty() || path.get(path.size() - 1).kind() != PlaceKind.HOUSE) {
            return Optional.empty();
        }
        PlaceParts parts = PlaceParts.of(path);
        String city = parts.city();
        String street = parts.street();
        String house = parts.house();
        if (city == null || street == null || house == null) {
            return Optional.empty();
        }
        if (city.length() > 100 || street.length() > 200 || house.length() > 20) {
            return Optional.empty();
        }
        UUID id = path.get(path.size() - 1).id();
        String region = parts.region() == null || parts.region().length() > 100 ? null : parts.region();
        return Optional.of(new Application.Place(region, city, street, house, flat(told), null, null, null, id));
    }

    private static @Nullable String flat(String told) {
        Matcher found = FLAT.matcher(told);
        return found.find() ? found.group(1) : null;
    }
}

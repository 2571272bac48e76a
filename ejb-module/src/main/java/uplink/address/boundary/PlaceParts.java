package uplink.address.boundary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place of the tree as the parts of a written address. A village within a city is told with the street.
 *
 * @param region null: none is kept
 * @param city or the village that lies within none; null: it lies within neither
 * @param street with the quarter that it lies within; null: none
 * @param house its whole number; null: it is no house
 */
public record PlaceParts(
        @Nullable String region, @Nullable String city, @Nullable String street, @Nullable String house) {

    /** @param path the place and what it lies within, the largest first */
    public static PlaceParts of(List<Place> path) {
        String town = path.stream()
                .filter(place -> place.kind() == PlaceKind.CITY)
                .map(Place::name)
                .findFirst()
                .orElse(null);
        String village = titles(path, PlaceKind.LOCALITY);
        String within = titles(path, PlaceKind.AREA, PlaceKind.STREET);
        return new PlaceParts(
                titles(path, PlaceKind.REGION),
                town == null ? village : town,
                joined(Stream.of(town == null ? null : village, within).filter(Objects::nonNull)),
                titles(path, PlaceKind.HOUSE));
    }

    private static @Nullable String titles(List<Place> path, PlaceKind... kinds) {
        return joined(path.stream()
                .filter(place -> List.of(kinds).contains(place.kind()))
                .map(Place::title));
    }

    private static @Nullable String joined(Stream<String> parts) {
        return parts.reduce((larger, smaller) -> larger + ", " + smaller).orElse(null);
    }
}

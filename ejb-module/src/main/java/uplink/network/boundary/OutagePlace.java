package uplink.network.boundary;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is down: a city, a street of it, or a house. Matched as people write: case, ё, blanks and full stops do not matter.
 *
 * @param street null: the whole city
 * @param house null: the whole street
 */
public record OutagePlace(String city, @Nullable String street, @Nullable String house) {

    /** In one line, as addresses are written. */
    public String line() {
        return Stream.of(city, street, house).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}

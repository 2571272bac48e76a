package uplink.web.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.OutagePlace;

/** Places as people write them down: one a line, city, street and house with commas between. */
final class PlaceLines {

    private PlaceLines() {}

    static String written(List<OutagePlace> places) {
        return places.stream().map(OutagePlace::line).collect(Collectors.joining("\n"));
    }

    /** Lines without anything are no places; what is after the second comma is the house. */
    static List<OutagePlace> read(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .filter(line -> !line.isBlank())
                        .map(PlaceLines::place)
                        .toList();
    }

    private static OutagePlace place(String line) {
        List<String> parts =
                Arrays.stream(line.split(",", 3)).map(String::strip).toList();
        return new OutagePlace(
                parts.get(0), parts.size() > 1 ? parts.get(1) : null, parts.size() > 2 ? parts.get(2) : null);
    }
}

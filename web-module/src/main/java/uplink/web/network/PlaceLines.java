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

    /**
     * Lines without anything are no places; what is after the second comma is the house. A line that nobody has changed is
     * the place that it was written from: names may have commas, too.
     */
    static List<OutagePlace> read(@Nullable String lines, List<OutagePlace> before) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> before.stream()
                                .filter(place -> place.line().equals(line))
                                .findFirst()
                                .orElseGet(() -> place(line)))
                        .toList();
    }

    private static OutagePlace place(String line) {
        List<String> parts =
                Arrays.stream(line.split(",", 3)).map(String::strip).toList();
        return new OutagePlace(
                parts.get(0), parts.size() > 1 ? parts.get(1) : null, parts.size() > 2 ? parts.get(2) : null);
    }
}

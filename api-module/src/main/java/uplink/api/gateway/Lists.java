package uplink.api.gateway;

import java.util.Arrays;
import java.util.List;

/** Settings and headers that hold several values with commas between. */
final class Lists {

    private Lists() {}

    static List<String> of(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}

package uplink.web.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.Macs;

/** Labels as they are scanned or pasted: one a line, the serial and perhaps the MAC after it. */
final class Labels {

    private static final Pattern BETWEEN = Pattern.compile("[\\t;,]+");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Labels() {}

    /** Lines without anything are none. */
    static List<NewDevice> of(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> label(line.strip()))
                        .toList();
    }

    private static NewDevice label(String line) {
        String[] parts = BETWEEN.split(line, 2);
        if (parts.length == 2) {
            return new NewDevice(parts[0].strip(), parts[1].strip());
        }
        String[] words = BLANK.split(line, -1);
        int last = words.length - 1;
        return last > 0 && Macs.normalized(words[last]).isPresent()
                ? new NewDevice(String.join(" ", Arrays.copyOf(words, last)), words[last])
                : new NewDevice(line, null);
    }
}

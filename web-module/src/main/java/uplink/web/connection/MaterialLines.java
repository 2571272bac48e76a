package uplink.web.connection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.WorkOrder.Material;

/** Material as people write it down: one a line, name, quantity and unit with semicolons between. */
final class MaterialLines {

    private MaterialLines() {}

    /** What is no number is zero, so that it is refused where it stands. */
    static List<Material> read(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(MaterialLines::material)
                        .toList();
    }

    private static Material material(String line) {
        List<String> parts =
                Arrays.stream(line.split(";", 3)).map(String::strip).toList();
        return new Material(
                parts.get(0),
                parts.size() > 1 ? number(parts.get(1)) : BigDecimal.ZERO,
                parts.size() > 2 ? parts.get(2) : "");
    }

    private static BigDecimal number(String written) {
        try {
            return written.length() > 12 ? BigDecimal.ZERO : new BigDecimal(written.replace(',', '.'));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}

package uplink.shared.table;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uplink.shared.Folding;

/**
 * What the headings of a file mean: those that the guide documents, and others that somebody has explained. What is
 * documented cannot be explained otherwise.
 *
 * @param documented the column that a written heading means by itself
 * @param explained by {@link #key}: the documented name that it stands for; empty: the column is of no use
 */
public record Headings<C extends Enum<C>>(Function<String, Optional<C>> documented, Map<String, String> explained) {

    public Headings {
        explained = Map.copyOf(explained);
    }

    /** Headings that differ in case, in ё and е, or in blanks at their ends are one. */
    public static String key(String written) {
        return Folding.folded(written.strip());
    }

    public Optional<C> of(String written) {
        Optional<C> own = documented.apply(written);
        return own.isPresent()
                ? own
                : Optional.ofNullable(explained.get(key(written))).flatMap(documented);
    }

    /** Whether the column is there and nobody wants it. */
    public boolean isPassedOver(String written) {
        return "".equals(explained.get(key(written)))
                && documented.apply(written).isEmpty();
    }
}

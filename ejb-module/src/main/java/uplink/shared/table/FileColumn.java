package uplink.shared.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uplink.shared.Folding;

/** A column of a file that is imported: an enum's constant. A header may name it in English or in Russian, in any case. */
public interface FileColumn {

    String name();

    /** Other names, folded, with underscores between words. */
    Set<String> alsoCalled();

    /** As documented. */
    default String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static <C extends Enum<C> & FileColumn> Optional<C> of(Class<C> type, String written) {
        String header = Folding.folded(written.strip()).replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(column ->
                        column.header().equals(header) || column.alsoCalled().contains(header))
                .findFirst();
    }

    /** As documented, all of them. */
    static <C extends Enum<C> & FileColumn> List<String> headers(Class<C> type) {
        return Arrays.stream(type.getEnumConstants()).map(FileColumn::header).toList();
    }
}

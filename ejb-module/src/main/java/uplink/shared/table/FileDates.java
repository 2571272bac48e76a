package uplink.shared.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Days as files write them. */
public final class FileDates {

    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private FileDates() {}

    /** {@code 2026-11-20} or {@code 20.11.2026}; empty: it is no day. */
    public static Optional<LocalDate> of(String written) {
        try {
            return Optional.of(written.indexOf('.') > 0 ? LocalDate.parse(written, RUSSIAN) : LocalDate.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

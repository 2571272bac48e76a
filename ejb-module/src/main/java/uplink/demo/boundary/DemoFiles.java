package uplink.demo.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

/** The demo's files. They tell of November 2026; whenever the demo is loaded, that month is this one. */
final class DemoFiles {

    private static final YearMonth WRITTEN_FOR = YearMonth.of(2026, 11);
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private DemoFiles() {}

    static String text(String name) {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/db/demo/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every day in the text moved by as many months as have passed since it was written. */
    static String shifted(String text, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(WRITTEN_FOR, YearMonth.from(today));
        return DAY.matcher(text)
                .replaceAll(
                        day -> LocalDate.parse(day.group()).plusMonths(months).toString());
    }
}

package uplink.shared.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A file as a table: its header understood, its rows one after the other with their line numbers.
 *
 * @param <C> the columns that it may have, in any order and any case
 */
public final class DelimitedTable<C extends Enum<C>> implements AutoCloseable {

    /** What is wrong with the file as a whole. */
    public record Fault(int line, String column, Text reason) {}

    /** A row: what stands in each column, without blanks at its ends; null when nothing does. */
    public static final class Row<C extends Enum<C>> {

        private final int line;
        private final @Nullable String[] values;

        private Row(int line, @Nullable String[] values) {
            this.line = line;
            this.values = values;
        }

        public int line() {
            return line;
        }

        public @Nullable String get(C column) {
            return values[column.ordinal()];
        }
    }

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Class<C> type;
    private final Map<C, Integer> columns;
    private final List<Fault> faults = new ArrayList<>();
    private int width;
    private boolean broken;

    /**
     * @param headings the columns that written names mean
     * @param needed without these a file says nothing
     */
    public DelimitedTable(DelimitedFile file, Class<C> type, Headings<C> headings, Set<C> needed) throws IOException {
        this.type = type;
        columns = new EnumMap<>(type);
        parser = file.parse();
        records = parser.iterator();
        record().ifPresentOrElse(
                        names -> header(names, headings, needed),
                        () -> refuse(1, "", Text.of("customer.import.empty")));
    }

    private void header(CSVRecord names, Headings<C> headings, Set<C> neededColumns) {
        width = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<C> column = headings.of(name);
            if (headings.isPassedOver(name)) {
                continue;
            }
            if (column.isEmpty()) {
                refuse(1, name.strip(), Text.of("customer.import.unknown-column"));
            } else if (columns.put(column.get(), i) != null) {
                refuse(1, header(column.get()), Text.of("customer.import.duplicate-column"));
            }
        }
        for (C needed : neededColumns) {
            if (!columns.containsKey(needed)) {
                refuse(1, header(needed), Text.of("customer.import.missing-column"));
            }
        }
    }

    /** What makes the whole file unreadable: its header, or a quote that never ends. */
    public List<Fault> faults() {
        return faults;
    }

    private static String header(Enum<?> column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    /** The next row; empty at the end of the file, or where it cannot be read any further. */
    public Optional<Row<C>> next() {
        Optional<CSVRecord> record = record();
        return record.map(values -> new Row<>(lineOf(values), values(values)));
    }

    /** A row with more or fewer values than the header has names says something else than it means. */
    public boolean fits(Row<C> row) {
        return row.values.length > 0;
    }

    private @Nullable String[] values(CSVRecord record) {
        if (record.size() != width) {
            return new String[0];
        }
        @Nullable String[] values = new @Nullable String[type.getEnumConstants().length];
        columns.forEach((column, at) -> {
            String value = record.get(at).strip();
            values[column.ordinal()] = value.isEmpty() ? null : value;
        });
        return values;
    }

    private Optional<CSVRecord> record() {
        try {
            return !broken && records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true;
            refuse((int) parser.getCurrentLineNumber() + 1, "", Text.of("customer.import.unreadable"));
            return Optional.empty();
        }
    }

    /** Where a row begins: the parser stands at its end, and quoted values may contain lines. */
    private int lineOf(CSVRecord record) {
        long lines = record.stream()
                .mapToLong(value -> value.chars().filter(c -> c == '\n').count())
                .sum();
        return (int) (parser.getCurrentLineNumber() - lines);
    }

    private void refuse(int line, String column, Text reason) {
        faults.add(new Fault(line, column, reason));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

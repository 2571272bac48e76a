package uplink.customer.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/** An import file as a table: its header understood, its rows one after the other with their line numbers. */
final class ImportTable implements AutoCloseable {

    /** A row: what stands in each column, without blanks at its ends; null when nothing does. */
    static final class Row {

        private final int line;
        private final @Nullable String[] values;

        private Row(int line, @Nullable String[] values) {
            this.line = line;
            this.values = values;
        }

        int line() {
            return line;
        }

        @Nullable
        String get(ImportColumn column) {
            return values[column.ordinal()];
        }
    }

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private int width;
    private boolean broken;

    ImportTable(ImportFile file) throws IOException {
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(file.delimiter())
                .setIgnoreEmptyLines(true)
                .get()
                .parse(file.reader());
        records = parser.iterator();
        record().ifPresentOrElse(this::header, () -> refuse(1, "", Text.of("customer.import.empty")));
    }

    private void header(CSVRecord names) {
        width = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<ImportColumn> column = ImportColumn.of(name);
            if (column.isEmpty()) {
                refuse(1, name.strip(), Text.of("customer.import.unknown-column"));
            } else if (columns.put(column.get(), i) != null) {
                refuse(1, column.get().header(), Text.of("customer.import.duplicate-column"));
            }
        }
        for (ImportColumn needed : ImportColumn.NEEDED) {
            if (!columns.containsKey(needed)) {
                refuse(1, needed.header(), Text.of("customer.import.missing-column"));
            }
        }
    }

    /** What makes the whole file unreadable: its header, or a quote that never ends. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** The next row; empty at the end of the file, or where it cannot be read any further. */
    Optional<Row> next() {
        Optional<CSVRecord> record = record();
        return record.map(values -> new Row(lineOf(values), values(values)));
    }

    /** A row with more or fewer values than the header has names says something else than it means. */
    boolean fits(Row row) {
        return row.values.length > 0;
    }

    private @Nullable String[] values(CSVRecord record) {
        if (record.size() != width) {
            return new String[0];
        }
        @Nullable String[] values = new @Nullable String[ImportColumn.values().length];
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
        refusals.add(new Refusal(line, column, reason, null));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

package uplink.shared.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The beginning of a file, for people to recognise its columns by.
 *
 * @param headings as they are written
 * @param rows what stands below, as far as it can be read
 */
public record DelimitedHead(List<String> headings, List<List<String>> rows) {

    public DelimitedHead {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** The headings, and at most that many rows. */
    public static DelimitedHead of(DelimitedFile file, int rows) {
        List<List<String>> read = new ArrayList<>();
        try (CSVParser parser = file.parse()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (read.size() <= rows && records.hasNext()) {
                read.add(records.next().stream().map(String::strip).toList());
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            // a quote that never ends: what stands before it is shown, the import says the rest
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.isEmpty()
                ? new DelimitedHead(List.of(), List.of())
                : new DelimitedHead(read.get(0), read.subList(1, read.size()));
    }

    /** What stands in a column, where something does. */
    public List<String> samples(int column) {
        return rows.stream()
                .filter(row -> row.size() > column && !row.get(column).isEmpty())
                .map(row -> row.get(column))
                .toList();
    }
}

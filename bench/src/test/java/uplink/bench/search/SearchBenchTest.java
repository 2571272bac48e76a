package uplink.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.bench.Cluster;
import uplink.bench.Provider;

/** The bench asks what it says: everything that it looks for is there, but for what nobody has. */
class SearchBenchTest {

    @Test
    void aSmallBenchFindsWhatItLooksFor() throws SQLException {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        try (Cluster cluster = Cluster.start(Path.of("target/small-search"))) {
            String report = new SearchBench(cluster, new Provider(2500, 7, month)).measure(1);
            assertTrue(report.contains("2,000 customers"), report);
            List<String> rows = report.lines()
                    .filter(line -> line.matches("\\| .* \\| \\d+ \\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\|"))
                    .toList();
            assertEquals(8, rows.size(), report);
            for (String row : rows) {
                assertEquals(row.contains("nobody"), row.contains("| 0 |"), row);
            }
            List<String> lists = report.lines()
                    .filter(line -> line.matches("\\| .* \\| [0-9,]+ \\| [0-9.]+, [0-9.]+ \\| [0-9.]+, [0-9.]+ \\|"))
                    .toList();
            assertEquals(10, lists.size(), report);
            assertTrue(lists.stream().noneMatch(row -> row.contains("| 0 |")), report);
            assertTrue(report.matches("(?s).*duplicates: [1-9][0-9,]* pairs.*"), report);
        }
    }
}

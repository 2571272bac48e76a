package uplink.bench.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import uplink.bench.Cluster;

/** The bench imports what the product takes: a file in columns of yesterday would be refused as a whole. */
class ImportBenchTest {

    @Test
    void aSmallFileIsTakenAndReported() throws SQLException {
        Path directory = Path.of("target/small-import");
        try (Cluster cluster = Cluster.start(directory.resolve("postgres"))) {
            String report = new ImportBench(cluster, directory, 300).measure(1);
            assertTrue(report.contains("300 rows"), report);
            assertTrue(report.contains("ratio of time"), report);
        }
    }
}

package uplink.bench.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import uplink.bench.Cluster;

/** The bench prints what the product prints: the bulk job runs through, and its files are looked at. */
class DocumentsBenchTest {

    @Test
    void aSmallRunIsPrintedAndReported() throws SQLException {
        try (Cluster cluster = Cluster.start(Path.of("target/small-documents"))) {
            String report = new DocumentsBench(cluster, 40).measure();
            assertTrue(report.contains("Ratio of processor time"), report);
            assertTrue(report.contains("All are there, each once, each with its hash."), report);
        }
    }
}

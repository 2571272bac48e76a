package uplink.bench.billrun;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uplink.bench.Cluster;
import uplink.bench.Provider;

/** The bench measures what it says: it bills two months, and the floor's rows are compared with ours inside. */
class BillRunBenchTest {

    @Test
    void aSmallBenchRunsThroughAndReportsItsRatios() throws SQLException {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
        try (Cluster cluster = Cluster.start(Path.of("target/small"))) {
            String report = new BillRunBench(cluster, new Provider(500, 7, month), 2).measure(1);
            assertTrue(report.contains("500 subscriptions of 400 customers"), report);
            assertTrue(report.contains("| CPU, commit / floor |"), report);
            assertTrue(report.contains("charges_invoice_id_fkey"), report);
        }
    }
}

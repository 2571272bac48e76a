package uplink.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.bench.billrun.BillRunBench;

/** Main class behind {@code bench/run}: measures, prints the report and keeps it under {@code target}. */
public final class Bench {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Bench() {}

    /** Exit code 2: the command line makes no sense. */
    public static void main(String[] arguments) throws SQLException, IOException {
        BenchOptions options;
        try {
            options = BenchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        FLYWAY.setLevel(Level.WARNING);
        Path target = Path.of(System.getProperty("bench.target", "target"));
        // ids carry the time they are made: the months must be this one and the one before
        LocalDate month =
                LocalDate.now(java.time.ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
        Provider provider = new Provider(options.size(), options.seed(), month);
        try (Cluster cluster = Cluster.start(target.resolve("postgres"))) {
            String report = Machine.describe()
                    + new BillRunBench(cluster, provider, options.workers()).measure(options.rounds());
            System.out.println(report);
            Files.writeString(target.resolve("bill-run-" + options.size() + ".md"), report);
        }
    }
}

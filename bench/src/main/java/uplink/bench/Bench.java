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
import uplink.bench.imports.ImportBench;
import uplink.bench.search.SearchBench;

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
            StringBuilder pages = new StringBuilder(Machine.describe());
            if (options.wants("bill-run")) {
                pages.append(new BillRunBench(cluster, provider, options.workers()).measure(options.rounds()));
            }
            if (options.wants("import")) {
                int rows = Math.min(options.size(), 100_000);
                pages.append('\n').append(new ImportBench(cluster, target, rows).measure(options.rounds()));
            }
            if (options.wants("search")) {
                pages.append('\n').append(new SearchBench(cluster, provider).measure(options.rounds()));
            }
            String report = pages.toString();
            System.out.println(report);
            Files.writeString(target.resolve("report-" + options.size() + ".md"), report);
        }
    }
}

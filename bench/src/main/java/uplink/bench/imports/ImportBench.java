package uplink.bench.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uplink.bench.Cluster;
import uplink.bench.Provider;
import uplink.bench.meter.Cost;
import uplink.bench.meter.Meter;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.control.CustomerImport;
import uplink.shared.Ids;
import uplink.shared.SystemTime;

/** Imports a file into a catalogue without customers, and has COPY write the same rows into the same tables. */
public final class ImportBench {
    private static final String EMPTY = "catalogue";
    private static final String OURS = "imported";
    private static final String FLOOR = "copied";

    private record Round(Cost ours, Cost floor) {}

    private final Cluster cluster;
    private final Path directory;
    private final int rows;

    /** The {@code directory} is for the rows between the two databases. */
    public ImportBench(Cluster cluster, Path directory, int rows) {
        this.cluster = cluster;
        this.directory = directory;
        this.rows = rows;
    }

    /** Measures as many rounds and answers them as a report. */
    public String measure(int rounds) throws SQLException {
        cluster.createWithSchema(EMPTY);
        new Provider(0, 1, LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1)).create(cluster.superuser(EMPTY));
        byte[] file = new SubscriberFile(rows, "bench-1").content();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round(file));
        }
        return report(measured);
    }

    private Round round(byte[] file) throws SQLException {
        Meter meter = cluster.meter();
        cluster.copy(EMPTY, OURS);
        cluster.copy(EMPTY, FLOOR);
        Cost ours = meter.of(() -> load(file));
        CopiedRows copied = CopiedRows.takenFrom(cluster.owner(OURS), directory);
        Cost floor = meter.of(() -> copied.write(cluster.owner(FLOOR)));
        cluster.drop(OURS);
        cluster.drop(FLOOR);
        return new Round(ours, floor);
    }

    private void load(byte[] file) throws SQLException {
        try (Connection connection = cluster.application(OURS).getConnection()) {
            connection.setAutoCommit(false);
            CustomerImport.Outcome outcome = new CustomerImport(
                            connection,
                            new CustomerImport.Order(
                                    Ids.next(),
                                    ImportKind.CUSTOMERS,
                                    file,
                                    Map.of(),
                                    ImportMode.ALL_OR_NOTHING,
                                    false,
                                    LocalDate.now(ZoneOffset.UTC),
                                    SystemTime.now(),
                                    null),
                            done -> true)
                    .run();
            if (outcome.status() != ImportStatus.COMPLETED || outcome.added() != rows) {
                throw new IllegalStateException("The import ended otherwise: " + outcome);
            }
            connection.commit();
        }
    }

    private String report(List<Round> measured) {
        Round middle = measured.stream()
                .sorted(Comparator.comparing(round -> round.ours.wall()))
                .toList()
                .get(measured.size() / 2);
        return "## Import: " + rows + " rows\n\n| | seconds | CPU µs per row | peak RSS MiB |\n|---|---|---|---|\n"
                + line("ours", middle.ours) + line("floor: COPY of the same rows", middle.floor)
                + "\nratio of time "
                + hundredths(middle.ours.wall().toMillis()
                        * 100
                        / Math.max(1, middle.floor.wall().toMillis()))
                + " (goal ≤ 3), the middle one of " + measured.size() + " rounds\n";
    }

    private String line(String name, Cost cost) {
        return "| " + name + " | " + seconds(cost.wall()) + " | " + cost.cpuMicros() / rows + " | "
                + cost.peakRssKib() / 1024 + " |\n";
    }

    private static String seconds(Duration time) {
        return hundredths(time.toMillis() / 10);
    }

    private static String hundredths(long figure) {
        return figure / 100 + "." + String.format("%02d", figure % 100);
    }
}

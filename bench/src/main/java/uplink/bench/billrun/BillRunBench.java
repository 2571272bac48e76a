package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uplink.bench.Cluster;
import uplink.bench.Provider;
import uplink.bench.meter.Cost;
import uplink.bench.meter.Meter;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.RunSettings;

/**
 * Bills two months of a generated provider and has plain SQL write the second month's rows again. Every round begins
 * with a copy of the same database.
 */
public final class BillRunBench {
    private static final String EMPTY_HANDED = "provider";
    private static final String OURS = "ours";
    private static final String FLOOR = "floor";
    private static final String PROFILED = "profiled";
    private static final int FLOOR_CHUNK = 10_000;

    private final Cluster cluster;
    private final Provider provider;
    private final int workers;
    private final RunSettings settings = RunSettings.fromEnvironment();
    private String profile = "";

    public BillRunBench(Cluster cluster, Provider provider, int workers) {
        this.cluster = cluster;
        this.provider = provider;
        this.workers = workers;
    }

    /** Measures as many rounds and answers them as a report. */
    public String measure(int rounds) throws SQLException {
        cluster.createWithSchema(EMPTY_HANDED);
        provider.create(cluster.superuser(EMPTY_HANDED));
        List<Round> measured = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            System.err.println("round " + i + " of " + rounds);
            measured.add(round());
        }
        return new Report(provider, workers, settings.chunkSize(), measured).markdown() + profile;
    }

    private Round round() throws SQLException {
        Meter meter = cluster.meter();
        cluster.copy(EMPTY_HANDED, OURS);
        OurRun first = run();
        Cost firstCost = meter.of(() -> first.bill(provider.month(), RunMode.COMMIT, workers));

        provider.live(cluster.superuser(OURS), provider.month());
        empty();
        cluster.copy(OURS, FLOOR);
        Cost preview = meter.of(() -> run().bill(provider.month().plusMonths(1), RunMode.PREVIEW, workers));
        OurRun second = run();
        Cost secondCost = meter.of(() -> second.bill(provider.month().plusMonths(1), RunMode.COMMIT, workers));

        int chunks = new Staging(FLOOR_CHUNK, second.id()).carry(cluster.owner(OURS), cluster.owner(FLOOR));
        Floor plain = Floor.over(cluster.owner(FLOOR));
        if (profile.isEmpty()) {
            cluster.copy(FLOOR, PROFILED);
            profile = FloorProfile.of(cluster.owner(PROFILED), plain);
            cluster.drop(PROFILED);
        }
        Cost floor = meter.of(() -> plain.write(chunks, workers));
        SameRows.prove(cluster.owner(OURS), cluster.owner(FLOOR), second.id());

        Round round = new Round(
                firstCost,
                preview,
                secondCost,
                floor,
                count("select count(*) from invoices where run_id = '" + first.id() + "'"),
                count("select count(*) from invoices where run_id = '" + second.id() + "'"),
                count("select count(*) from charges c join invoices i on i.id = c.invoice_id where i.run_id = '"
                        + second.id() + "'"));
        cluster.drop(OURS);
        cluster.drop(FLOOR);
        return round;
    }

    private OurRun run() {
        return new OurRun(cluster.application(OURS), settings);
    }

    /** What the relay does between two months. */
    private void empty() throws SQLException {
        try (Connection connection = cluster.owner(OURS).getConnection()) {
            Rows.execute(connection, "truncate outbox");
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = cluster.owner(OURS).getConnection()) {
            return Rows.number(connection, sql);
        }
    }
}

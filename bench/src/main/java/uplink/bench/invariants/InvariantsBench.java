package uplink.bench.invariants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import uplink.bench.Cluster;
import uplink.bench.Machine;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Sql;

/**
 * Main class behind {@code bench/invariants}: makes sound books, checks them, makes a thousand kopecks of them wrong, each
 * at another customer's, and checks once more. The check is the product's.
 */
public final class InvariantsBench {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static final int PLANTED = 1000;
    private static final String NAME = "books";

    private final Cluster cluster;
    private final Sql application;
    private final StringBuilder report = new StringBuilder();

    private InvariantsBench(Cluster cluster) {
        this.cluster = cluster;
        this.application = Sql.in(cluster.application(NAME));
    }

    /**
     * Exit code 1: something was found in sound books, or a wrong kopeck was not.
     *
     * @param arguments transfers, a million unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        int transfers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path target = Path.of(System.getProperty("bench.target", "target"));
        FLYWAY.setLevel(Level.WARNING);
        boolean right;
        try (Cluster cluster = Cluster.start(target.resolve("postgres"))) {
            cluster.createWithSchema(NAME);
            Books.of(transfers).write(cluster.superuser(NAME));
            InvariantsBench bench = new InvariantsBench(cluster);
            right = bench.measure();
            System.out.println(bench.report);
            Files.writeString(target.resolve("invariants.md"), bench.report);
        }
        System.exit(right ? 0 : 1);
    }

    private boolean measure() throws SQLException {
        say(Machine.describe());
        say("Transfers: " + application.number("select count(*) from transactions") + "; customers: "
                + application.number("select count(*) from customers") + "; wrong kopecks: " + PLANTED + " of "
                + Corruption.kinds().size() + " kinds.");
        Checked sound = Checked.by(cluster.meter(), application);
        Set<String> missed = new TreeSet<>(plant());
        Checked wrong = Checked.by(cluster.meter(), application);
        wrong.findings().forEach(finding -> missed.remove(finding.invariant() + " " + finding.customerId()));
        say("");
        say("| one check | of sound books | with " + PLANTED + " wrong kopecks |");
        say("|---|---|---|");
        row("seconds (goal 60)", sound, wrong, checked -> checked.cost().wall().toMillis() / 1000.0);
        row(
                "processor of PostgreSQL, s",
                sound,
                wrong,
                checked -> checked.cost().postgresMicros() / 1e6);
        row(
                "processor of the check's own process, s",
                sound,
                wrong,
                checked -> checked.cost().jvmMicros() / 1e6);
        row(
                "largest resident size of it, MiB",
                sound,
                wrong,
                checked -> checked.cost().peakRssKib() / 1024.0);
        row("findings", sound, wrong, checked -> checked.findings().size());
        say("| load of the machine before | " + sound.cost().loadBefore() + " | "
                + wrong.cost().loadBefore() + " |");
        say("");
        say("Longest: " + longest(wrong) + ".");
        sound.findings().forEach(finding -> say("Found in sound books: " + finding));
        missed.forEach(one -> say("Planted and not found: " + one));
        if (missed.isEmpty()) {
            say("All " + PLANTED + " were found.");
        }
        return missed.isEmpty() && sound.findings().isEmpty();
    }

    /** As somebody who has the machine: no trigger is in the way. Answers what must be found. */
    private List<String> plant() throws SQLException {
        List<Corruption> kinds = Corruption.kinds();
        List<UUID> customers = application.list(
                "select id from customers order by contract_number limit ?",
                row -> row.getObject(1, UUID.class),
                PLANTED);
        List<String> expected = new ArrayList<>();
        try (Connection connection = cluster.superuser(NAME).getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local session_replication_role = replica");
            for (UUID customer : customers) {
                Corruption kind = kinds.get(expected.size() % kinds.size());
                if (sql.executeUpdate(kind.at(customer)) == 0) {
                    throw new IllegalStateException("nothing to make wrong for " + kind);
                }
                expected.add(kind.expected(customer));
            }
            connection.commit();
        }
        return expected;
    }

    private static String longest(Checked checked) {
        return checked.millis().entrySet().stream()
                .sorted(Map.Entry.<Invariant, Long>comparingByValue().reversed())
                .limit(5)
                .map(entry -> entry.getKey().code() + " " + entry.getValue() + " ms")
                .collect(Collectors.joining(", "));
    }

    private void row(String what, Checked sound, Checked wrong, ToDoubleFunction<Checked> figure) {
        say(String.format(
                Locale.ROOT, "| %s | %.1f | %.1f |", what, figure.applyAsDouble(sound), figure.applyAsDouble(wrong)));
    }

    private void say(String line) {
        report.append(line).append('\n');
    }
}

package uplink.bench.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import uplink.bench.Machine;
import uplink.bench.Provider;
import uplink.bench.Script;
import uplink.bench.access.Usage;
import uplink.bench.fault.Base;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Wait;
import uplink.shared.SystemTime;

/**
 * Main class behind {@code bench/outage}: starts the whole system, takes its broker away, lets the events of an hour gather in
 * the outbox and gives the broker back; then lets five hundred a second come. Times are those of the database's commits, of the
 * event and of its effects; which event had which effect is counted event by event.
 */
public final class OutageBench {

    private static final int SUBSCRIPTIONS = 20_000;
    private static final int PER_SECOND = 500;
    private static final int BY_THE_API = 25;
    private static final LocalDate OUTAGE = LocalDate.of(2001, 1, 1);
    private static final LocalDate STEADY = LocalDate.of(2001, 1, 2);
    private static final LocalDate WARM_UP = LocalDate.of(2001, 1, 3);
    private static final int WARMING = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final LiveSystem system;
    private final DataSource database;
    private final StringBuilder report = new StringBuilder();
    private String findings = "";

    private OutageBench(LiveSystem system, DataSource database) {
        this.system = system;
        this.database = database;
    }

    /**
     * Exit code 1: an event was lost or had its effect twice.
     *
     * @param arguments events of the outage, 180,000 unless told, and seconds of the steady part, 60 unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Path target = home.resolve("bench/target");
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 180_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        boolean right;
        try (LiveSystem system = LiveSystem.start(
                home,
                target.resolve("outage"),
                Map.of("UPLINK_RATE_LIMIT_FACTOR", "1000000", "UPLINK_START_TIMEOUT", "600"))) {
            Base base = new Base(system);
            base.rememberCommits();
            new Provider(SUBSCRIPTIONS, 1, LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1)).create(base.live());
            Script.named("news.sql").run(base.live());
            OutageBench bench = new OutageBench(system, base.live());
            String text = bench.measure(events, seconds);
            right = bench.findings.isEmpty();
            System.out.println(text);
            Files.writeString(target.resolve("outage.md"), text);
        }
        System.exit(right ? 0 : 1);
    }

    private String measure(int events, int seconds) throws SQLException, IOException {
        Series warm = new Series(database, WARM_UP);
        warm.write(WARMING);
        await(warm, WARMING);
        outage(new Series(database, OUTAGE), events);
        steady(new Series(database, STEADY), seconds);
        return Machine.describe()
                + "Load average at the end: "
                + Files.readString(Path.of("/proc/loadavg")).strip() + "\n\n" + report
                + (findings.isEmpty() ? "Nothing was lost, nothing doubled.\n" : findings);
    }

    private void outage(Series series, int events) {
        system.hold("broker", true);
        system.kill("broker");
        series.write(events);
        long early = series.done();
        long released = SystemTime.millis();
        system.hold("broker", false);
        Usage usage = Usage.of(system, () -> await(series, events)); // from the new broker's first moment on
        findings += series.findings(events);
        if (early > 0) {
            findings += "WRONG: " + early + " had their effect while there was no broker\n";
        }
        report.append("| ")
                .append(events)
                .append(" events after an outage of the broker | first effect after the broker was let go, s |")
                .append(" last, s | effects a second in between |\n|---|---|---|---|\n");
        series.effects()
                .forEach(effects -> report.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.0f |%n",
                        effects.consumer(),
                        (effects.firstMillis() - released) / 1000,
                        (effects.lastMillis() - released) / 1000,
                        effects.rate())));
        double drained = series.effects().stream()
                .min(Comparator.comparingDouble(Series.Effects::rate))
                .map(Series.Effects::rate)
                .orElseThrow();
        report.append(String.format(
                Locale.ROOT,
                "%nDrained at **%.0f** events a second (goal 5000). Processor an event, µs: application %.0f, database %.0f, broker %.0f.%n%n",
                drained,
                usage.applicationMicros() / events,
                usage.databaseMicros() / events,
                usage.brokerMicros() / events));
    }

    private void steady(Series series, int seconds) throws SQLException {
        int events = seconds * PER_SECOND;
        double rate;
        int registered;
        try (Registrar registrar = Registrar.at(system, database, BY_THE_API)) {
            rate = series.write(events, PER_SECOND);
            registered = registrar.registered();
        }
        await(series, events);
        findings += series.findings(events);
        report.append(String.format(
                Locale.ROOT,
                "| %d events, %.0f a second, and %d of the API's own | median, ms | p99 (goal 250) | longest |%n|---|---|---|---|%n",
                events,
                rate,
                registered));
        series.waits()
                .forEach(waits -> report.append(String.format(
                        Locale.ROOT,
                        "| from commit to effect, %s | %.0f | %.0f | %.0f |%n",
                        waits.consumer(),
                        waits.median(),
                        waits.p99(),
                        waits.longest())));
        report.append('\n');
    }

    private static void await(Series series, int events) {
        Wait.until(
                () -> {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // to count them costs, too
                    return series.done() >= events;
                },
                PATIENCE,
                () -> series.done() + " of " + events + " effects");
    }
}

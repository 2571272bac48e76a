package uplink.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import uplink.bench.Provider;

/** Bill runs on the real system, each from the same base, undisturbed or not. */
public final class Trial {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final LiveSystem system;
    private final Base base;
    private final Operator operator;
    private final LocalDate target;
    private final Set<String> earlierRuns;
    private final long earlierFigures;

    private Trial(LiveSystem system, Base base, Operator operator, LocalDate target) throws SQLException {
        this.system = system;
        this.base = base;
        this.operator = operator;
        this.target = target;
        this.earlierRuns = Set.copyOf(Queries.texts(base.live(), "select id from bill_runs"));
        this.earlierFigures = figures();
    }

    /** Fills the system with that many subscriptions; runs will bill them for this month. */
    public static Trial on(LiveSystem system, int subscriptions, long seed) throws SQLException {
        Base base = new Base(system);
        Operator operator = Operator.made(system, base.live());
        LocalDate month = LocalDate.parse(Queries.texts(base.live(), "select date_trunc('month', now())::date::text")
                .get(0));
        base.make(new Provider(subscriptions, seed, month));
        return new Trial(system, base, operator, month);
    }

    /** The day up to which the runs bill. */
    public LocalDate target() {
        return target;
    }

    public Base base() {
        return base;
    }

    public Operator operator() {
        return operator;
    }

    /** Puts the base back, and waits until the application is up on it. */
    public void prepare() throws SQLException {
        awaitLetIn();
        base.restore();
        awaitLetIn();
    }

    private void awaitLetIn() {
        Wait.until(operator::isLetIn, PATIENCE, () -> "somebody to be let in");
    }

    public Outcome undisturbed() throws SQLException {
        prepare();
        long begin = System.nanoTime();
        operator.startRun(target, "commit");
        return outcome(begin);
    }

    /**
     * The same, but nobody is told of it: on few cores its events' consumers would take the processor from it. Nothing but a
     * new run can follow.
     */
    public void untold() throws SQLException {
        prepare();
        base.holdEvents();
        long begin = System.nanoTime();
        operator.startRun(target, "commit");
        awaitEnd(begin);
    }

    /** Kills the application as told, lets the launcher start it again, and waits until the run ends by itself. */
    public Outcome disturbed(Disturbance disturbance) throws SQLException {
        prepare();
        Path fault = LiveSystem.faultFile(system.data());
        long before = system.pid("app");
        long begin = System.nanoTime();
        CompletableFuture<Void> killer = CompletableFuture.completedFuture(null);
        if (disturbance.isPlace()) {
            write(fault, disturbance.place());
        } else {
            killer = CompletableFuture.runAsync(() -> {
                Wait.moment(TimeUnit.MILLISECONDS.toNanos(disturbance.afterMillis()));
                system.kill("app");
            });
        }
        startAtMostOnce();
        killer.join();
        Outcome outcome = outcome(begin);
        boolean reached = system.pid("app") != before;
        delete(fault);
        return new Outcome(outcome.canon(), outcome.findings(), reached, outcome.millis());
    }

    /** A request without an answer happened at most once: look before asking again. */
    private void startAtMostOnce() throws SQLException {
        try {
            operator.startRun(target, "commit");
        } catch (UncheckedIOException e) {
            awaitLetIn();
            if (runs().isEmpty()) {
                operator.startRun(target, "commit");
            }
        }
    }

    /** The runs that were started since the base was put back. */
    public List<UUID> runs() throws SQLException {
        return Queries.texts(base.live(), "select id from bill_runs order by id").stream()
                .filter(id -> !earlierRuns.contains(id))
                .map(UUID::fromString)
                .toList();
    }

    /** Waits for the end of the runs and of their events. */
    public Outcome outcome(long begin) throws SQLException {
        return told(awaitEnd(begin));
    }

    private long awaitEnd(long begin) {
        Wait.until(
                () -> Queries.number(
                                        base.live(),
                                        "select count(*) from bill_runs where status in ('queued', 'running')")
                                == 0
                        && !runs().isEmpty(),
                PATIENCE,
                () -> "the run to end; " + state());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private Outcome told(long millis) throws SQLException {
        Wait.until(this::isConsumed, PATIENCE, () -> "its events to be consumed; " + state());
        return new Outcome(
                Queries.lines(base.live(), "canon.sql", Map.of()),
                Queries.lines(base.live(), "invariants.sql", Map.of("runs", quotedRuns())),
                true,
                millis);
    }

    /** Waits until a part of the newest run is billed. */
    public void awaitFirstChunk() {
        Wait.until(
                () -> Queries.number(
                                base.live(),
                                "select count(*) from bill_run_chunks where status = 'done' and run_id in ("
                                        + quotedRuns() + ")")
                        > 0,
                PATIENCE,
                () -> "the first chunk; " + state());
    }

    /** Invoices that the newest run says it has written. */
    public long invoicedByLastRun() throws SQLException {
        return Queries.number(
                base.live(),
                "select coalesce(sum(c.invoiced), 0) from bill_run_chunks c where c.run_id ="
                        + " (select id from bill_runs order by created_at desc limit 1)");
    }

    /** How long the newest run took, by the clock of the system: from its first chunk on to its end. */
    public long lastRunMillis() throws SQLException {
        return Queries.number(
                base.live(),
                "select (extract(epoch from finished_at - started_at) * 1000)::bigint from bill_runs"
                        + " order by created_at desc limit 1");
    }

    private boolean isConsumed() throws SQLException {
        return Queries.number(base.live(), "select count(*) from outbox") == 0
                && invoices("kind = 'invoice'")
                        <= Queries.number(
                                base.live(),
                                "select count(*) from notifications n join invoices i"
                                        + " on i.id = (n.data ->> 'invoiceId')::uuid where i.run_id in (" + quotedRuns()
                                        + ")")
                && invoices("true") <= figures() - earlierFigures;
    }

    private long invoices(String which) throws SQLException {
        return Queries.number(
                base.live(), "select count(*) from invoices where run_id in (" + quotedRuns() + ") and " + which);
    }

    private long figures() throws SQLException {
        return Queries.number(
                base.live(),
                "select coalesce(sum(count), 0) from daily_figures where figure in ('invoices', 'credit-notes')");
    }

    private String quotedRuns() throws SQLException {
        return runs().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private String state() {
        try {
            return String.join(
                    "; ",
                    Queries.texts(
                            base.live(),
                            """
                    select concat_ws(' ', r.status, r.mode, (select string_agg(distinct c.status || '×' || n, ',')
                        from (select status, count(*) as n from bill_run_chunks where run_id = r.id group by status) c),
                        'outbox', (select count(*) from outbox), 'notified', (select count(*) from notifications),
                        'invoices', (select count(*) from invoices where run_id = r.id))
                    from bill_runs r order by created_at desc limit 3"""));
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

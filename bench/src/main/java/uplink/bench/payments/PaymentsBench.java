package uplink.bench.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uplink.bench.Script;
import uplink.bench.access.Crowd;
import uplink.bench.access.Usage;
import uplink.bench.fault.Base;
import uplink.bench.fault.LiveSystem;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Sql;

/**
 * Main class behind {@code bench/payments}: starts the whole system and takes cash over its API, one payment a request, with
 * an API key, validation and an idempotency key; in turn with pgbench, which writes the same rows in the same database by
 * one statement. The desk and not the card, because there the request itself confirms the payment. Nobody is told of the
 * payments of either: broker and consumers would take the processor that is compared.
 */
public final class PaymentsBench {

    private static final int CUSTOMERS = 10_000;
    private static final int TURNS = 5;
    /** By then the compilers have nothing left to do; counted in payments, because a slow machine warms up slowly. */
    private static final int WARM_UP = 10_000;
    /** What a payment adds rows to, beside the trail's list of what is not sealed yet, which is emptied all the time. */
    private static final List<String> TABLES =
            List.of("audit_log", "held_events", "idempotency_keys", "open_credits", "payments", "transactions");

    private final LiveSystem system;
    private final Sql sql;
    private final Desk desk;
    private final PgBench pgbench;
    private final int callers;
    private final Duration time;

    private PaymentsBench(LiveSystem system, Path target, int callers, Duration time) throws SQLException, IOException {
        Base base = new Base(system);
        Script.named("payers.sql").with(Map.of("customers", CUSTOMERS)).run(base.live());
        base.holdEvents();
        this.system = system;
        this.sql = Sql.in(base.live());
        this.desk = Desk.made(system, base.live(), CUSTOMERS);
        this.pgbench = new PgBench(system, target.resolve("payment.sql"), CUSTOMERS);
        this.callers = callers;
        this.time = time;
    }

    /**
     * Exit code 1: the two did not write the same, or the product's check does not like what they wrote.
     *
     * @param arguments seconds of each measurement, 10 unless told, and callers, 8 unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        Path target = home.resolve("bench/target");
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        boolean right;
        try (LiveSystem system = LiveSystem.start(
                home,
                target.resolve("payments"),
                Map.of("UPLINK_RATE_LIMIT_FACTOR", "1000000", "UPLINK_START_TIMEOUT", "600"))) {
            Report report = new PaymentsBench(system, target, callers, time).measure();
            right = report.isRight();
            System.out.println(report.text());
            Files.writeString(target.resolve("payments.md"), report.text());
        }
        System.exit(right ? 0 : 1);
    }

    private Report measure() throws IOException {
        byPgbench(time);
        warmUp();
        List<Turn> floor = new ArrayList<>();
        List<Turn> ours = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            if (turn % 2 == 0) { // what drifts, drifts for both
                floor.add(byPgbench(time));
                ours.add(byApi(time));
            } else {
                ours.add(byApi(time));
                floor.add(byPgbench(time));
            }
        }
        List<String> findings = Stream.of(Invariant.values())
                .flatMap(invariant -> invariant.check(sql).stream())
                .map(Object::toString)
                .toList();
        return new Report(callers + " at a time, " + time.toSeconds() + " s a turn", floor, ours, findings);
    }

    private void warmUp() {
        int done = 0;
        while (done < WARM_UP) {
            done += byApi(time).millis().size();
        }
    }

    private Turn byPgbench(Duration howLong) {
        Map<String, Long> before = rows();
        PgBench.Result[] result = new PgBench.Result[1];
        Usage usage = Usage.of(system, () -> result[0] = pgbench.run(callers, howLong));
        return new Turn(result[0].done(), result[0].rate(), usage, added(before), List.of());
    }

    private Turn byApi(Duration howLong) {
        Map<String, Long> before = rows();
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        double[] rate = new double[1];
        Usage usage = Usage.of(system, () -> rate[0] = Crowd.rate(callers, howLong, i -> millis.add(desk.take())));
        return new Turn(
                millis.size(),
                rate[0],
                usage,
                added(before),
                millis.stream().sorted().toList());
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, sql.number("select count(*) from " + table)));
        return rows;
    }

    private Map<String, Long> added(Map<String, Long> before) {
        Map<String, Long> added = rows();
        before.forEach((table, count) -> added.merge(table, -count, Long::sum));
        return added;
    }
}

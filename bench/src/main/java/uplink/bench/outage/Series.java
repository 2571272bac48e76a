package uplink.bench.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import uplink.bench.access.Crowd;
import uplink.shared.Sql;

/** Events that are written together and looked for together; what a day in the past tells them from the others. */
final class Series {

    /** Consumers that do something about an invoice; the others only let it pass. */
    static final List<String> CONSUMERS = List.of("analytics", "notification");

    /**
     * When a consumer's effects were committed.
     *
     * @param firstMillis of the epoch
     */
    record Effects(String consumer, long count, double firstMillis, double lastMillis) {

        double rate() {
            return count * 1000 / Math.max(1, lastMillis - firstMillis);
        }
    }

    /** From the commit of an event to that of its effect, ms. */
    record Waits(String consumer, double median, double p99, double longest) {}

    private static final int AT_ONCE = 10_000;
    private static final int WRITERS = 4;

    private final DataSource database;
    private final Sql sql;
    private final LocalDate day;

    Series(DataSource database, LocalDate day) {
        this.database = database;
        this.sql = Sql.in(database);
        this.day = day;
    }

    /** At once, in large transactions. */
    void write(int events) {
        for (int from = 0; from < events; from += AT_ONCE) {
            announce(sql, from, Math.min(AT_ONCE, events - from));
        }
        sql.run("analyze bench_news");
    }

    /** One after the other, each with a commit of its own, at that pace; answers how many a second it really were. */
    double write(int events, int perSecond) {
        long begun = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        Crowd.all(WRITERS, writer -> {
            try (Connection connection = database.getConnection()) {
                Sql own = Sql.on(connection);
                for (int no = next.getAndIncrement(); no < events; no = next.getAndIncrement()) {
                    until(begun + no * 1_000_000_000L / perSecond);
                    announce(own, no, 1);
                }
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return events * 1e9 / (System.nanoTime() - begun);
    }

    private void announce(Sql own, int from, int count) {
        own.list("select announce_bench_news(?, ?, ?)", row -> true, from, count, day);
    }

    private static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many have had their effect at the consumer that is the slowest. */
    long done() {
        return CONSUMERS.stream()
                .mapToLong(consumer -> sql.number(
                        """
                        select count(*) from bench_news b join inbox i on i.event_id = b.id and i.consumer = ? where b.day = ?""",
                        consumer,
                        day))
                .min()
                .orElseThrow();
    }

    /** By consumer. */
    List<Effects> effects() {
        return sql.list(
                """
                select i.consumer, count(*), extract(epoch from min(pg_xact_commit_timestamp(i.xmin))) * 1000,
                    extract(epoch from max(pg_xact_commit_timestamp(i.xmin))) * 1000
                from bench_news b join inbox i on i.event_id = b.id where b.day = ? group by i.consumer order by i.consumer""",
                row -> new Effects(row.getString(1), row.getLong(2), row.getDouble(3), row.getDouble(4)),
                day);
    }

    /** By consumer. */
    List<Waits> waits() {
        return sql.list(
                """
                select consumer, percentile_disc(0.5) within group (order by ms), percentile_disc(0.99) within group (order by ms), max(ms)
                from (select i.consumer,
                        extract(epoch from pg_xact_commit_timestamp(i.xmin) - pg_xact_commit_timestamp(b.xmin)) * 1000 as ms
                    from bench_news b join inbox i on i.event_id = b.id where b.day = ?) w
                group by consumer order by consumer""",
                row -> new Waits(row.getString(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                day);
    }

    /** What was lost, doubled or told to somebody else; empty when nothing was. */
    String findings(int expected) {
        StringBuilder findings = new StringBuilder();
        expect(findings, "events", expected, "select count(*) from bench_news where day = ?");
        expect(
                findings,
                "events with one notification each, at their customer",
                expected,
                """
                select count(*) from (select b.id from bench_news b join notifications n on n.event_id = b.id
                    where b.day = ? group by b.id having count(*) = 1 and bool_and(n.customer_id = b.customer_id)) one""");
        expect(
                findings,
                "notifications",
                expected,
                "select count(*) from bench_news b join notifications n on n.event_id = b.id where b.day = ?");
        expect(
                findings,
                "invoices counted by analytics",
                expected,
                "select coalesce(sum(count), 0) from daily_figures where figure = 'invoices' and day = ?");
        expect(
                findings,
                "roubles counted by analytics",
                expected * 650L,
                "select coalesce(sum(amount), 0)::bigint from daily_figures where figure = 'invoices' and day = ?");
        expect(
                findings,
                "events that wait or were parked",
                0,
                """
                select count(*) from bench_news b where b.day = ? and (exists (select from outbox o where o.id = b.id)
                    or exists (select from dead_letters l where l.event_id = b.id))""");
        return findings.toString();
    }

    private void expect(StringBuilder findings, String what, long expected, String query) {
        long found = sql.number(query, day);
        if (found != expected) {
            findings.append(String.format(Locale.ROOT, "WRONG: %d %s instead of %d%n", found, what, expected));
        }
    }
}

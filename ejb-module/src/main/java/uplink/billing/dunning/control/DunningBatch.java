package uplink.billing.dunning.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.access.control.Restoring;
import uplink.shared.Sql;

/** A batch of one day's work: customers who have open invoices, or whose service is off, in the order of their ids. */
public final class DunningBatch {

    /** What a batch came to. */
    public record Result(int reminded, int suspended, int writtenOff) {}

    private static final UUID FIRST = new UUID(0, 0);
    private static final String CUSTOMERS =
            """
            select customer_id from (
                (select distinct customer_id from invoices where status in ('pending', 'overdue') and customer_id > ?
                    order by customer_id limit ?)
                union
                (select distinct customer_id from suspensions where ended_at is null and customer_id > ?
                    order by customer_id limit ?)) x
            order by customer_id limit ?""";

    private final Sql sql;
    private final LocalDate today;
    private final Instant now;

    public DunningBatch(Sql sql, LocalDate today, Instant now) {
        this.sql = sql;
        this.today = today;
        this.now = now;
    }

    /** The customers after that one, at most so many. */
    public UUID[] customers(@Nullable UUID after, int atMost) {
        UUID from = after == null ? FIRST : after;
        return sql.list(CUSTOMERS, row -> row.getObject(1, UUID.class), from, atMost, from, atMost, atMost)
                .toArray(UUID[]::new);
    }

    /**
     * Does what is due for these customers today.
     *
     * @param without service because of an outage: where the policy lets it, they are neither reminded nor suspended
     */
    public Result work(UUID[] customers, UUID[] without) {
        restore(customers);
        int reminded = new Reminders(sql, today, now).send(customers, without);
        int suspended = new Suspending(sql, today, now).suspend(customers, without);
        int writtenOff = new WriteOffs(sql, today, now).giveUp(customers);
        return new Result(reminded, suspended, writtenOff);
    }

    /** A limit that was raised gives service back, too. */
    private void restore(UUID[] customers) {
        UUID[] owing = Locks.customers(
                sql,
                sql.list(
                        "select distinct customer_id from paid_but_off where customer_id = any (?)",
                        row -> row.getObject(1, UUID.class),
                        (Object) customers));
        Restoring.restore(sql, owing, null, now);
    }
}

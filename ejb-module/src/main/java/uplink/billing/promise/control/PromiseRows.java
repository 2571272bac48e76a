package uplink.billing.promise.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.promise.boundary.GivenPromise;
import uplink.billing.promise.boundary.PromiseStatus;
import uplink.shared.BusinessClock;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads and writes promises. */
public final class PromiseRows {

    private static final String SELECT =
            """
            select p.id, p.given_on, p.ends_on, p.debt, p.fee, c.currency, p.status
            from promises p join customers c on c.id = p.customer_id where p.customer_id = ?\s""";

    private final Sql sql;

    public PromiseRows(Sql sql) {
        this.sql = sql;
    }

    /** A customer's promises, newest first. */
    public List<GivenPromise> of(UUID customer) {
        return sql.list(SELECT + "order by p.id desc limit 100", PromiseRows::read, customer);
    }

    public Optional<GivenPromise> active(UUID customer) {
        return sql.first(SELECT + "and p.status = 'active'", PromiseRows::read, customer);
    }

    /** What decides whether a promise is allowed; empty when there is no such customer. */
    public Optional<PromiseRules.Known> known(UUID customer) {
        return sql.first(
                """
                select overdue_debt(c.id), c.currency,
                    exists (select 1 from promises p where p.customer_id = c.id and p.status = 'active'),
                    (select max(p.given_on) from promises p where p.customer_id = c.id),
                    (select min(s.started_on) from subscriptions s where s.customer_id = c.id and s.status <> 'pending'),
                    (select max(p.confirmed_at) from payments p where p.customer_id = c.id and p.status = 'succeeded')
                from customers c where c.id = ?""",
                PromiseRows::known,
                customer);
    }

    private static PromiseRules.Known known(ResultSet row) throws SQLException {
        java.sql.Timestamp paid = row.getTimestamp(6);
        return new PromiseRules.Known(
                row.getBigDecimal(1),
                row.getString(2),
                row.getBoolean(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                paid == null ? null : BusinessClock.day(paid.toInstant()));
    }

    /** The service that a fee is charged with: the oldest that goes on. */
    public Optional<UUID> charged(UUID customer) {
        return sql.first(
                """
                select id from subscriptions where customer_id = ? and status in ('active', 'suspended', 'frozen')
                order by started_on, id limit 1""",
                row -> row.getObject(1, UUID.class),
                customer);
    }

    public void add(UUID customer, UUID policy, GivenPromise promise, @Nullable UUID by, Instant now) {
        sql.update(
                """
                insert into promises (id, customer_id, policy_id, given_on, ends_on, debt, fee, status, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)""",
                promise.id(),
                customer,
                policy,
                promise.givenOn(),
                promise.endsOn(),
                promise.debt(),
                promise.fee(),
                by,
                now);
    }

    private static GivenPromise read(ResultSet row) throws SQLException {
        return new GivenPromise(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getString(6),
                Coded.of(PromiseStatus.class, row.getString(7)));
    }
}

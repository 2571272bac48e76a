package uplink.billing.freeze.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeStatus;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads and writes freezes. */
public final class FreezeRows {

    private static final String SELECT =
            """
            select f.id, f.subscription_id, f.from_day, f.until_day, f.free_until, f.activation_fee, f.day_fee, c.currency,
                f.status, f.ended_on
            from freezes f join customers c on c.id = f.customer_id\s""";

    private final Sql sql;

    public FreezeRows(Sql sql) {
        this.sql = sql;
    }

    /** Whose service it is, and its currency; empty when there is none. */
    public Optional<UUID> owner(UUID subscription) {
        return sql.first(
                "select customer_id from subscriptions where id = ?",
                row -> row.getObject(1, UUID.class),
                subscription);
    }

    public String currency(UUID customer) {
        return sql.first("select currency from customers where id = ?", row -> row.getString(1), customer)
                .orElseThrow();
    }

    /** In the customer's language. */
    public String locale(UUID customer) {
        return sql.first("select locale from customers where id = ?", row -> row.getString(1), customer)
                .orElse("ru");
    }

    public FreezeRules.Known known(UUID subscription) {
        return sql.first(
                        """
                        select s.status, overdue_debt(s.customer_id),
                            (select max(f.until_day) from freezes f where f.subscription_id = s.id
                                and f.status in ('planned', 'active')),
                            (select max(f.ended_on) from freezes f where f.subscription_id = s.id and f.status = 'ended')
                        from subscriptions s where s.id = ?""",
                        row -> new FreezeRules.Known(
                                Coded.of(SubscriptionStatus.class, row.getString(1)),
                                row.getBigDecimal(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                usedFree(subscription)),
                        subscription)
                .orElseThrow();
    }

    private Map<Integer, Integer> usedFree(UUID subscription) {
        Map<Integer, Integer> used = new HashMap<>();
        sql.list(
                """
                select extract(year from d)::integer, count(*) from freezes f
                cross join generate_series(f.from_day, least(f.free_until, coalesce(f.ended_on, f.until_day)) - 1,
                    interval '1 day') d
                where f.subscription_id = ? and f.status <> 'cancelled' group by 1""",
                row -> used.put(row.getInt(1), row.getInt(2)),
                subscription);
        return used;
    }

    /** Newest first. */
    public List<Freeze> of(UUID subscription) {
        return sql.list(
                SELECT + "where f.subscription_id = ? order by f.id desc limit 100", FreezeRows::read, subscription);
    }

    /** The one that lasts, or is planned. */
    public Optional<Freeze> current(UUID subscription) {
        return sql.first(
                SELECT
                        + "where f.subscription_id = ? and f.status in ('planned', 'active') order by f.from_day limit"
                        + " 1",
                FreezeRows::read,
                subscription);
    }

    /** Some of those whose first day has come, or whose last is over, or whose service is no longer frozen. */
    public List<Freeze> due(LocalDate today, int atMost) {
        return sql.list(
                SELECT
                        + """
                        join subscriptions s on s.id = f.subscription_id
                        where f.status = 'planned' and f.from_day <= ?
                            or f.status = 'active' and (f.until_day <= ? or s.status <> 'frozen')
                        order by f.customer_id, f.id limit ?""",
                FreezeRows::read,
                today,
                today,
                atMost);
    }

    public void add(UUID customer, UUID policy, Freeze freeze, @Nullable UUID by, Instant now) {
        sql.update(
                """
                insert into freezes (id, customer_id, subscription_id, policy_id, from_day, until_day, free_until,
                    activation_fee, day_fee, status, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?)""",
                freeze.id(),
                customer,
                freeze.subscriptionId(),
                policy,
                freeze.from(),
                freeze.until(),
                freeze.freeUntil(),
                freeze.activationFee(),
                freeze.dayFee(),
                by,
                now);
    }

    public void begin(UUID freeze) {
        sql.update("update freezes set status = 'active' where id = ? and status = 'planned'", freeze);
    }

    /** @param endedOn the first day of service again; null: it has never begun */
    public void end(UUID freeze, @Nullable LocalDate endedOn, String reason, Instant now) {
        sql.update(
                """
                update freezes set status = ?, ended_on = case when ?::date is not null then greatest(from_day, ?::date) end, reason = ?, ended_at = ?
                where id = ? and ended_at is null""",
                endedOn == null ? "cancelled" : "ended",
                endedOn,
                endedOn,
                reason,
                now,
                freeze);
    }

    private static Freeze read(ResultSet row) throws SQLException {
        BigDecimal activation = row.getBigDecimal(6);
        return new Freeze(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                activation,
                row.getBigDecimal(7),
                row.getString(8),
                Coded.of(FreezeStatus.class, row.getString(9)),
                row.getObject(10, LocalDate.class));
    }
}

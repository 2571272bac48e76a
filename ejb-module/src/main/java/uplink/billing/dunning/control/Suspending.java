package uplink.billing.dunning.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import uplink.billing.access.control.EventRows;
import uplink.billing.access.control.HistoryRows;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Takes service away from whoever is overdue for longer than the policy's grace, owes more than the limit, and has
 * promised nothing; not on a weekend or holiday where the policy says so, nor while an outage keeps them without service.
 * All services that are on, once: an open suspension is unique by a key.
 */
final class Suspending {

    private static final String DEBTORS =
            """
            select c.id from (
                select i.customer_id, min(i.due_date) as due_date from invoices i
                where i.customer_id = any (?) and i.status = 'overdue' and i.kind = 'invoice' group by i.customer_id) x
            join customers c on c.id = x.customer_id
            cross join lateral dunning_terms_of(c.id, ?) t
            where x.due_date + t.grace_days < ? and (not t.working_days or is_working_day(t.calendar, ?))
                and exists (select 1 from subscriptions s where s.customer_id = c.id and s.status = 'active')
                and not (t.outages_wait and c.id = any (?))
                and not exists (select 1 from promises m where m.customer_id = c.id and m.status = 'active')
                and overdue_debt(c.id) > greatest(t.credit_limit, c.credit_limit)""";

    /** What was recorded ahead for today or before it takes effect first; its job comes earlier. */
    private static final String SERVICES =
            """
            select s.id, s.customer_id, s.tariff_id, t.policy_id, greatest(t.credit_limit, c.credit_limit), t.charged,
                overdue_debt(c.id), exists (select 1 from promises m where m.customer_id = c.id and m.status = 'broken'
                    and m.ends_on > ?::date - 7)
            from subscriptions s join customers c on c.id = s.customer_id
            cross join lateral dunning_terms_of(c.id, ?) t
            where c.id = any (?) and s.status = 'active' and (s.status_due is null or s.status_due > ?)
            order by s.customer_id, s.id""";

    private record Service(
            UUID id,
            UUID customer,
            UUID tariff,
            UUID policy,
            BigDecimal limit,
            boolean charged,
            BigDecimal debt,
            boolean promiseBroken) {

        String cause() {
            return promiseBroken ? "broken-promise" : "debt";
        }
    }

    private final Sql sql;
    private final LocalDate today;
    private final Instant now;

    Suspending(Sql sql, LocalDate today, Instant now) {
        this.sql = sql;
        this.today = today;
        this.now = now;
    }

    /**
     * Looks again once the customers are locked: a payment may just have come. Answers how many services are off now.
     *
     * @param without service because of an outage
     */
    int suspend(UUID[] customers, UUID[] without) {
        UUID[] locked = Locks.customers(sql, debtors(customers, without));
        if (locked.length == 0) {
            return 0;
        }
        List<Service> services = sql.list(
                SERVICES,
                Suspending::service,
                today,
                today,
                debtors(locked, without).toArray(UUID[]::new),
                today);
        if (!services.isEmpty()) {
            write(services);
        }
        return services.size();
    }

    private List<UUID> debtors(UUID[] customers, UUID[] without) {
        return sql.list(DEBTORS, row -> row.getObject(1, UUID.class), customers, today, today, today, without);
    }

    private void write(List<Service> services) {
        sql.update(
                """
                insert into suspensions (id, customer_id, subscription_id, cause, policy_id, credit_limit, charged, debt,
                    began_on, began_at)
                select x.id, x.customer, x.subscription, x.cause, x.policy, x.credit_limit, x.charged::boolean, x.debt, ?, ?
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::numeric[], ?::text[], ?::numeric[])
                    as x (id, customer, subscription, cause, policy, credit_limit, charged, debt)""",
                today,
                now,
                services.stream().map(service -> Ids.next()).toArray(UUID[]::new),
                ids(services, Service::customer),
                ids(services, Service::id),
                services.stream().map(Service::cause).toArray(String[]::new),
                ids(services, Service::policy),
                services.stream().map(Service::limit).toArray(BigDecimal[]::new),
                services.stream().map(s -> Boolean.toString(s.charged())).toArray(String[]::new),
                services.stream().map(Service::debt).toArray(BigDecimal[]::new));
        HistoryRows.record(
                sql,
                services.stream()
                        .map(s -> new HistoryRows.Entry(s.id(), today, s.charged()))
                        .toList(),
                "pause",
                "suspended",
                now);
        EventRows.write(sql, services.stream().map(this::suspended).toList());
    }

    private Event suspended(Service service) {
        return Event.of(
                "subscription.suspended",
                "/billing",
                service.id(),
                Map.of(
                        "subscriptionId", service.id().toString(),
                        "customerId", service.customer().toString(),
                        "tariffId", service.tariff().toString(),
                        "status", "suspended",
                        "on", today.toString(),
                        "cause", service.cause()),
                now);
    }

    private static UUID[] ids(List<Service> services, Function<Service, UUID> id) {
        return services.stream().map(id).toArray(UUID[]::new);
    }

    private static Service service(ResultSet row) throws SQLException {
        return new Service(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getBigDecimal(5),
                row.getBoolean(6),
                row.getBigDecimal(7),
                row.getBoolean(8));
    }
}

package uplink.billing.access.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessClock;
import uplink.shared.Event;
import uplink.shared.Sql;

/**
 * Gives service back when its customer's debt is gone, or promised for. Whoever settles invoices calls it in the same
 * transaction; for customers whom nothing concerns it is one look into an index. The customers must be locked by the
 * caller, so that nobody suspends them meanwhile.
 */
public final class Restoring {

    /** The overdue debt that has no consequence: what was agreed when service ended, or with the customer since. */
    private static final String WITHIN_LIMIT =
            """
            overdue_debt(c.id) <= greatest(c.credit_limit,
                (select coalesce(max(p.credit_limit), 0) from suspensions p where p.customer_id = c.id and p.ended_at is null))""";

    private static final String KEEP_PROMISES =
            """
            update promises m set status = 'kept', ended_at = ? from customers c
            where m.customer_id = any (?) and m.status = 'active' and c.id = m.customer_id and overdue_debt(c.id) <= 0""";

    private static final String END =
            """
            update suspensions p set ended_on = greatest(p.began_on, ?), ended_at = ?, ended_by = ?, payment_id = ?
            from customers c, subscriptions s
            where p.customer_id = any (?) and p.ended_at is null and c.id = p.customer_id and s.id = p.subscription_id
                and s.status = 'suspended' and (? or %s)
            returning p.subscription_id, p.customer_id, s.tariff_id, p.ended_on, p.charged"""
                    .formatted(WITHIN_LIMIT);

    private Restoring() {}

    private record Cause(String by, @Nullable UUID payment) {}

    private record Back(UUID subscription, UUID customer, UUID tariff, LocalDate on, boolean charged) {}

    /**
     * Restores those of the customers who owe no more than they may; answers how many subscriptions.
     *
     * @param payment whose money it was; null: no payment's, or nobody knows which one's
     */
    public static int restore(Sql sql, UUID[] customers, @Nullable UUID payment, Instant now) {
        if (customers.length == 0 || nobodyConcerned(sql, customers)) {
            return 0;
        }
        return restoreConcerned(sql, customers, payment, now);
    }

    /** The same for customers who are known to have a suspension or a promise that is open. */
    public static int restoreConcerned(Sql sql, UUID[] customers, @Nullable UUID payment, Instant now) {
        sql.update(KEEP_PROMISES, now, customers);
        return restore(sql, customers, new Cause("money", payment), now, false);
    }

    /** Restores a customer on a promise, whatever they owe. */
    public static int onPromise(Sql sql, UUID customer, Instant now) {
        return restore(sql, new UUID[] {customer}, new Cause("promise", null), now, true);
    }

    private static boolean nobodyConcerned(Sql sql, UUID[] customers) {
        return sql.number(
                        """
                        select case when exists (select 1 from suspensions where customer_id = any (?) and ended_at is null)
                            or exists (select 1 from promises where customer_id = any (?) and status = 'active')
                            then 1 else 0 end""",
                        customers,
                        customers)
                == 0;
    }

    private static int restore(Sql sql, UUID[] customers, Cause cause, Instant now, boolean whateverIsOwed) {
        LocalDate today = BusinessClock.day(now);
        List<Back> back = sql.list(
                END,
                row -> new Back(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5)),
                today,
                now,
                cause.by(),
                cause.payment(),
                customers,
                whateverIsOwed);
        if (!back.isEmpty()) {
            resume(sql, back, now);
            EventRows.write(
                    sql, back.stream().map(one -> restored(one, cause, now)).toList());
        }
        return back.size();
    }

    private static void resume(Sql sql, List<Back> back, Instant now) {
        HistoryRows.record(
                sql,
                back.stream()
                        .map(one -> new HistoryRows.Entry(one.subscription(), one.on(), one.charged()))
                        .toList(),
                "resume",
                "active",
                now);
    }

    private static Event restored(Back one, Cause cause, Instant now) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "subscriptionId", one.subscription().toString(),
                "customerId", one.customer().toString(),
                "tariffId", one.tariff().toString(),
                "status", "active",
                "on", one.on().toString(),
                "cause", cause.by()));
        if (cause.payment() != null) {
            data.put("paymentId", cause.payment().toString());
        }
        return Event.of("subscription.restored", "/billing", one.subscription(), data, now);
    }
}

package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import uplink.shared.Sql;

/**
 * Above that sum what goes out for a customer, or a correction by hand, needs a second person. What went out for the same
 * customer within some hours before counts, as far as nobody was asked about it: a large sum in small parts is a large sum.
 * Kept as settings.
 */
public final class Threshold {

    private static final String KEY = "approval.above";
    private static final String WITHIN = "approval.within-hours";

    private Threshold() {}

    public static BigDecimal of(Sql sql) {
        return sql.first("select value::numeric(14, 2) from settings where key = ?", row -> row.getBigDecimal(1), KEY)
                .orElse(BigDecimal.ZERO);
    }

    /** For how many hours what went out counts; zero: each counts by itself. */
    public static int hours(Sql sql) {
        return sql.first("select value::integer from settings where key = ?", row -> row.getInt(1), WITHIN)
                .orElse(0);
    }

    /** Whether so much, in either direction, needs a second person. */
    public static boolean isPassed(Sql sql, BigDecimal amount) {
        return amount.abs().compareTo(of(sql)) > 0;
    }

    /** What went out for a customer within the hours that count, and nobody was asked about. The customer is locked. */
    public static BigDecimal beside(Sql sql, UUID customer, Instant now) {
        return sql.first(
                        """
                        with since as (select ?::timestamptz - ? * interval '1 hour' as at)
                        select coalesce(sum(o.amount), 0.00) from since s cross join (
                            select r.amount, r.created_at from refunds r where r.customer_id = ? and r.kind <> 'chargeback'
                                and r.status not in ('refused', 'failed') and r.came_back is null
                                and not exists (select 1 from approvals a where a.refund_id = r.id)
                            union all
                            select p.amount, p.created_at from payouts p where p.customer_id = ? and p.status = 'paid'
                                and not exists (select 1 from approvals a where a.payout_id = p.id)) o
                        where o.created_at > s.at""",
                        row -> row.getBigDecimal(1),
                        now,
                        hours(sql),
                        customer,
                        customer)
                .orElseThrow();
    }

    public static void set(Sql sql, BigDecimal above) {
        keep(sql, KEY, above.toPlainString());
    }

    public static void setHours(Sql sql, int hours) {
        keep(sql, WITHIN, String.valueOf(hours));
    }

    private static void keep(Sql sql, String key, String value) {
        sql.update(
                """
                insert into settings (key, value) values (?, ?)
                on conflict (key) do update set value = excluded.value, updated_at = now()""",
                key,
                value);
    }
}

package uplink.customer.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.customer.boundary.ErasureObstacle;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What must be settled before a person can be forgotten: whoever owes, is owed or is served is somebody. */
public final class ErasureObstacles {

    private static final String THERE =
            """
            select x.kind, x.n, x.until from customers c cross join lateral (
                select 1 as no, 'erased' as kind, count(*) as n, null::date as until where c.erased_at is not null
                union all select 2, 'contract', count(*), null from contracts k
                    where k.customer_id = c.id and (k.status <> 'terminated' or k.closed_on is null or k.closed_on > ?)
                union all select 3, 'service', count(*), null from subscriptions s
                    where s.customer_id = c.id and s.status <> 'cancelled'
                union all select 4, 'unbilled', count(*), null from subscriptions s where s.customer_id = c.id
                    and (s.next_due is not null or s.rerate_from is not null or exists (select from charges g
                        where g.subscription_id = s.id and g.invoice_id is null))
                union all select 5, 'debt', count(*), null from (
                    select from invoices i where i.customer_id = c.id and i.status in ('pending', 'overdue')
                    union all select where c.balance < 0) d
                union all select 6, 'credit', count(*), null where c.balance > 0
                union all select 7, 'payment', count(*), null from payments p
                    where p.customer_id = c.id and p.status in ('created', 'pending', 'unknown')
                union all select 8, 'refund', count(*), null from refunds r
                    where r.customer_id = c.id and r.status in ('waiting', 'created', 'pending', 'unknown')
                union all select 9, 'payout', count(*), null from payouts o
                    where o.customer_id = c.id and o.status = 'waiting'
                union all select 10, 'approval', count(*), null from approvals a
                    where a.customer_id = c.id and a.status = 'waiting'
                union all select 11, 'receipt', count(*), null from fiscal_receipts f
                    where f.customer_id = c.id and f.status in ('waiting', 'sent')
                union all select 12, 'device', count(*), null from devices v
                    where v.customer_id = c.id and v.terms in ('rent', 'loan')
                union all select 13, 'quarantine', count(*), null from quarantine q
                    where q.customer_id = c.id and q.resolved_at is null
                union all select 14, 'application', count(*), null from applications a
                    where a.customer_id = c.id and a.status not in ('installed', 'refused')
                union all select 15, 'law', count(*), max(e.until) from (
                    select (k.closed_on + r.months * interval '1 month')::date as until from contracts k, keeping_rules r
                    where k.customer_id = c.id and r.holds) e where e.until > ?) x
            where c.id = ? and x.n > 0 order by x.no""";

    private final Sql sql;

    public ErasureObstacles(Sql sql) {
        this.sql = sql;
    }

    /** In the order in which they are settled. */
    public List<ErasureObstacle> of(UUID customer, LocalDate today) {
        return sql.list(
                THERE,
                row -> new ErasureObstacle(
                        Coded.of(ErasureObstacle.Kind.class, row.getString(1)),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class)),
                today,
                today,
                customer);
    }

    /** Refuses with {@code not-allowed} for the first of them. */
    public void refuse(UUID customer, LocalDate today) {
        of(customer, today).stream().findFirst().ifPresent(first -> {
            LocalDate until = first.until();
            throw new BusinessException(
                    ProblemType.NOT_ALLOWED,
                    Text.of("customer.erasure." + first.kind().code(), first.count(), until == null ? "" : until),
                    List.of(),
                    until == null ? Map.of() : Map.of("availableFrom", until));
        });
    }
}

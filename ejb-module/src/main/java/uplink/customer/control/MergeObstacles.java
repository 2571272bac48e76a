package uplink.customer.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.customer.boundary.MergeObstacle;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * What must be settled before two customers become one. Contracts that go on are handed over first (ADR 53): each bill has one
 * payer, and whoever goes is settled to the last kopeck.
 */
public final class MergeObstacles {

    private static final String THERE =
            """
            select x.kind, x.n from customers k cross join customers o cross join lateral (
                select -6 as no, 'same' as kind, count(*) as n where k.id = o.id
                union all select -5, 'kind', count(*) where k.kind <> o.kind
                union all select -4, 'currency', count(*) where k.currency <> o.currency
                union all select -3, 'merged', count(*) where k.merged_into is not null or o.merged_into is not null
                union all select -2, 'erased', count(*) where k.erased_at is not null or o.erased_at is not null
                union all select -1, 'wish', count(*) from erasures e
                    where e.customer_id in (k.id, o.id) and e.status = 'requested'
                union all select 0, 'run', count(*) from bill_runs b
                    where b.customer_id = o.id and b.status in ('queued', 'running', 'stopping')
                union all select e.no, e.kind, e.n from erasure_obstacles(o.id, ?) e
                    where e.kind not in ('law', 'erased')) x
            where k.id = ? and o.id = ? and x.n > 0 order by x.no""";

    private final Sql sql;

    public MergeObstacles(Sql sql) {
        this.sql = sql;
    }

    /** In the order in which they are settled. */
    public List<MergeObstacle> of(UUID kept, UUID other, LocalDate today) {
        return sql.list(
                THERE,
                row -> new MergeObstacle(Coded.of(MergeObstacle.Kind.class, row.getString(1)), row.getLong(2)),
                today,
                kept,
                other);
    }

    /** Refuses with {@code not-allowed}, told beside the other one, for the first of them. */
    public void refuse(UUID kept, UUID other, LocalDate today) {
        of(kept, other, today).stream().findFirst().ifPresent(first -> {
            Text why = Text.of("customer.merge." + first.kind().code(), first.count());
            throw new BusinessException(
                    ProblemType.NOT_ALLOWED, why, List.of(new FieldError("otherId", why)), Map.of());
        });
    }
}

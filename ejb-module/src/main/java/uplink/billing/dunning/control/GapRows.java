package uplink.billing.dunning.control;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uplink.billing.dunning.boundary.AccessGap;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads the two lists that must be empty. */
public final class GapRows {

    private static final String LISTS =
            """
            select g.kind, c.id, c.full_name, c.contract_number, g.subscription_id, g.since, g.debt, c.currency from (
                (select 'paid-but-off' as kind, customer_id, subscription_id, began_on as since, debt
                    from paid_but_off limit 100)
                union all
                (select 'unpaid-but-on', customer_id, subscription_id, due_date, debt from unpaid_but_on limit 100)) g
            join customers c on c.id = g.customer_id order by g.kind, g.since, c.id, g.subscription_id""";

    private final Sql sql;

    public GapRows(Sql sql) {
        this.sql = sql;
    }

    public List<AccessGap> list() {
        return sql.list(
                LISTS,
                row -> new AccessGap(
                        Coded.of(AccessGap.Kind.class, row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, LocalDate.class),
                        row.getBigDecimal(7),
                        row.getString(8)));
    }

    /** Keeps how many there are. */
    public void count() {
        sql.update(
                """
                insert into access_gaps (kind, services, counted_at)
                select 'paid-but-off', count(*), clock_timestamp() from paid_but_off
                union all select 'unpaid-but-on', count(*), clock_timestamp() from unpaid_but_on
                on conflict (kind) do update set services = excluded.services, counted_at = excluded.counted_at""");
    }
}

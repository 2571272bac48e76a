package uplink.retention.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ErasureObstacle;
import uplink.retention.boundary.RetentionCandidate;
import uplink.retention.boundary.RetentionHeld;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Customers who have been none for long enough: those who can be erased, and those whom something holds. */
final class DuePersons implements DuePeople {

    private static final String FREE = "not exists (select from erasure_obstacles(d.customer_id, ?))";

    private final Sql sql;
    private final LocalDate before;
    private final LocalDate today;

    /** @param before the last day on which the last contract may have ended */
    DuePersons(Sql sql, LocalDate before, LocalDate today) {
        this.sql = sql;
        this.before = before;
        this.today = today;
    }

    @Override
    public Found first() {
        return Found.of(sql.list(
                """
                select d.counted, c.contract_number, c.id, c.full_name, d.ended::timestamptz, '{}'::text[]
                from (select d.*, count(*) over () as counted from (
                    select d.* from retention_customers(?) d where %s limit ?) d) d
                join customers c on c.id = d.customer_id order by d.ended, c.id limit ?"""
                        .formatted(FREE),
                row -> new Found.Counted(row.getLong(1), candidate(row)),
                before,
                today,
                Found.MOST,
                Found.SHOWN));
    }

    @Override
    public int count(int most) {
        return (int) sql.number(
                "select count(*) from (select from retention_customers(?) d where " + FREE + " limit ?) x",
                before,
                today,
                most);
    }

    @Override
    public List<RetentionHeld> held() {
        return sql.list(
                """
                select o.kind, count(*) from (select * from retention_customers(?) limit ?) d
                    cross join lateral erasure_obstacles(d.customer_id, ?) o
                group by o.no, o.kind order by o.no""",
                row -> new RetentionHeld(Coded.of(ErasureObstacle.Kind.class, row.getString(1)), row.getLong(2)),
                before,
                Found.MOST,
                today);
    }

    @Override
    public List<RetentionCandidate> heldFirst() {
        return sql.list(
                """
                select 0, c.contract_number, c.id, c.full_name, d.ended::timestamptz, o.kinds
                from (select * from retention_customers(?) limit ?) d
                    cross join lateral (select array_agg(x.kind order by x.no) as kinds
                        from erasure_obstacles(d.customer_id, ?) x) o
                    join customers c on c.id = d.customer_id
                where o.kinds is not null order by d.ended, c.id limit ?""",
                DuePersons::candidate,
                before,
                Found.MOST,
                today,
                Found.SHOWN);
    }

    @Override
    public List<UUID> next(@Nullable UUID after, int most) {
        return sql.list(
                "select d.customer_id from retention_customers(?) d where (?::uuid is null or d.customer_id > ?) and "
                        + FREE + " order by d.customer_id limit ?",
                row -> row.getObject(1, UUID.class),
                before,
                after,
                after,
                today,
                most);
    }

    private static RetentionCandidate candidate(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray(6).getArray();
        return new RetentionCandidate(
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                Arrays.stream(kinds)
                        .map(kind -> Coded.of(ErasureObstacle.Kind.class, kind))
                        .toList());
    }
}

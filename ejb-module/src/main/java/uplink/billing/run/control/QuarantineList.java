package uplink.billing.run.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.QuarantineEntry;
import uplink.billing.run.boundary.QuarantineQuery;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Reads the quarantine. */
public final class QuarantineList {

    private static final String SELECT =
            """
            select q.id, q.customer_id, c.full_name, c.contract_number, q.run_id, q.reason, q.detail, q.created_at,
                q.attempts, q.last_tried_at, q.resolved_at
            from quarantine q join customers c on c.id = q.customer_id\s""";
    private static final String FILTER =
            "where (not ? or q.resolved_at is null) and (?::uuid is null or q.customer_id = ?) ";

    private final Sql sql;

    public QuarantineList(Sql sql) {
        this.sql = sql;
    }

    public Optional<QuarantineEntry> one(UUID id) {
        return sql.first(SELECT + "where q.id = ?", QuarantineList::read, id);
    }

    public List<QuarantineEntry> openBefore(@Nullable UUID before, int limit) {
        return sql.list(
                SELECT
                        + """
                        where q.resolved_at is null and (?::uuid is null or q.id < ?)
                        order by q.id desc limit ?""",
                QuarantineList::read,
                before,
                before,
                limit);
    }

    public List<QuarantineEntry> list(QuarantineQuery query) {
        return sql.list(
                SELECT + FILTER + "order by q.id desc limit ? offset ?",
                QuarantineList::read,
                query.openOnly(),
                query.customerId(),
                query.customerId(),
                query.size(),
                query.first());
    }

    public long count(QuarantineQuery query) {
        return sql.number(
                "select count(*) from quarantine q " + FILTER,
                query.openOnly(),
                query.customerId(),
                query.customerId());
    }

    private static QuarantineEntry read(ResultSet row) throws SQLException {
        Timestamp resolved = row.getTimestamp(11);
        return new QuarantineEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                new Refusal(row.getString(6), Json.readMap(row.getString(7))).text(),
                row.getTimestamp(8).toInstant(),
                row.getInt(9),
                row.getTimestamp(10).toInstant(),
                resolved == null ? null : resolved.toInstant());
    }
}

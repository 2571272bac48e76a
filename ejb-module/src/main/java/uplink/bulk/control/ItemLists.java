package uplink.bulk.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkItemQuery;
import uplink.bulk.boundary.BulkState;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** What works are about, as people see it. */
public final class ItemLists {

    private static final String SELECT =
            """
            select i.id, i.customer_id, i.subscription_id, c.full_name, c.contract_number, i.state, i.problem, i.reason_ru,
                i.reason_en, i.bill, i.before, i.after, w.currency, i.effective_on
            from bulk_items i join bulk_works w on w.id = i.work_id join customers c on c.id = i.customer_id
            where i.work_id = ? and (?::text is null or i.state = ?)\s""";

    private final Sql sql;

    public ItemLists(Sql sql) {
        this.sql = sql;
    }

    /** By descending id, from a cursor on. */
    public List<BulkItem> before(UUID work, @Nullable BulkState state, @Nullable UUID before, int limit) {
        return sql.list(
                SELECT + "and (?::uuid is null or i.id < ?) order by i.id desc limit ?",
                ItemLists::read,
                work,
                code(state),
                code(state),
                before,
                before,
                limit);
    }

    public List<BulkItem> list(BulkItemQuery query) {
        return sql.list(
                SELECT + "order by i.position limit ? offset ?",
                ItemLists::read,
                query.work(),
                code(query.state()),
                code(query.state()),
                query.size(),
                query.first());
    }

    public long count(BulkItemQuery query) {
        return sql.number(
                "select count(*) from bulk_items i where i.work_id = ? and (?::text is null or i.state = ?)",
                query.work(),
                code(query.state()),
                code(query.state()));
    }

    private static @Nullable String code(@Nullable BulkState state) {
        return state == null ? null : state.code();
    }

    private static BulkItem read(ResultSet row) throws SQLException {
        return new BulkItem(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                Coded.of(BulkState.class, row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getString(13),
                row.getObject(14, LocalDate.class));
    }
}

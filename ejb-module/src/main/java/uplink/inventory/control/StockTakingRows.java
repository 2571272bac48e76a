package uplink.inventory.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.StockDifference;
import uplink.inventory.boundary.StockTaking;
import uplink.shared.Sql;

/** Table {@code stock_takings}. */
public final class StockTakingRows {

    private static final String ROWS =
            """
            select s.id, s.warehouse_id, s.expected, s.counted, s.missing, s.brought, s.reason, s.document, s.closed_at,
                u.full_name
            from stock_takings s left join users u on u.id = s.closed_by\s""";

    private final Sql sql;

    public StockTakingRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    public void add(UUID id, UUID warehouse, StockDifference found, DeviceNote why, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into stock_takings (id, warehouse_id, expected, counted, missing, brought, reason, document,
                    closed_at, closed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                warehouse,
                found.expected(),
                found.counted(),
                found.missing().size(),
                found.brought().size(),
                why.reason(),
                why.document(),
                at,
                by);
    }

    public Optional<StockTaking> one(UUID id) {
        return sql.first(ROWS + "where s.id = ?", StockTakingRows::read, id);
    }

    /** The latest first. */
    public List<StockTaking> ofWarehouse(UUID warehouse) {
        return sql.list(ROWS + "where s.warehouse_id = ? order by s.id desc", StockTakingRows::read, warehouse);
    }

    private static StockTaking read(ResultSet row) throws SQLException {
        return new StockTaking(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                row.getString(10));
    }
}

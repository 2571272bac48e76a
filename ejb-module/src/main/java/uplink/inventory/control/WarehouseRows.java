package uplink.inventory.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code warehouses}. */
public final class WarehouseRows {

    private static final String ROWS =
            """
            select w.id, w.code, w.name, w.is_active, (select count(*) from devices d where d.warehouse_id = w.id), w.version
            from warehouses w\s""";

    private final Sql sql;

    public WarehouseRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** By code. */
    public List<Warehouse> all() {
        return sql.list(ROWS + "order by w.code", WarehouseRows::warehouse);
    }

    /** Whether something can be put there; nothing is counted for that. */
    public boolean isOpen(UUID id) {
        return sql.number("select count(*) from warehouses where id = ? and is_active", id) > 0;
    }

    public Optional<Warehouse> one(UUID id) {
        return sql.first(ROWS + "where w.id = ?", WarehouseRows::warehouse, id);
    }

    /** {@code conflict} when the code is taken. */
    public void add(Warehouse warehouse) {
        int added = sql.update(
                "insert into warehouses (id, code, name, is_active) values (?, ?, ?, ?) on conflict do nothing",
                warehouse.id(),
                warehouse.code(),
                warehouse.name(),
                warehouse.active());
        if (added == 0) {
            throw BusinessException.taken("code", Text.of("inventory.warehouse.taken"));
        }
    }

    /** Writes the warehouse when it still has that version; {@code conflict} when another one has the code. */
    public void replace(Warehouse warehouse) {
        if (sql.number("select count(*) from warehouses where code = ? and id <> ?", warehouse.code(), warehouse.id())
                > 0) {
            throw BusinessException.taken("code", Text.of("inventory.warehouse.taken"));
        }
        ModelRows.refuseStale(sql.update(
                """
                update warehouses set code = ?, name = ?, is_active = ?, version = version + 1
                where id = ? and version = ?""",
                warehouse.code(),
                warehouse.name(),
                warehouse.active(),
                warehouse.id(),
                warehouse.version()));
    }

    private static Warehouse warehouse(ResultSet row) throws SQLException {
        return new Warehouse(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getInt(5),
                row.getInt(6));
    }
}

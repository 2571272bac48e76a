package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.inventory.control.WarehouseRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Validation;

/** Where devices are kept. */
@Stateless
@Allowed(Permission.DEVICE_READ)
public class Warehouses {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** All of them, by code. */
    public List<Warehouse> list() {
        return rows().all();
    }

    /** Refusals: {@code not-found}. */
    public Warehouse get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.DEVICE_WRITE)
    public Warehouse create(NewWarehouse wanted) {
        Warehouse warehouse = checked(Ids.next(), wanted, 0);
        rows().add(warehouse);
        return warehouse;
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.DEVICE_WRITE)
    public Warehouse replace(UUID id, @Nullable Integer version, NewWarehouse wanted) {
        Warehouse kept = get(id);
        rows().replace(checked(id, wanted, version == null ? kept.version() : version));
        return get(id);
    }

    private static Warehouse checked(UUID id, NewWarehouse wanted, int version) {
        Validation validation = new Validation();
        Warehouse warehouse = new Warehouse(
                id,
                validation.text("code", wanted.code(), 63),
                validation.text("name", wanted.name(), 200),
                wanted.active() == null || wanted.active(),
                0,
                version);
        validation.done();
        return warehouse;
    }

    private WarehouseRows rows() {
        return new WarehouseRows(database);
    }
}

package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouse;
import uplink.inventory.boundary.Warehouses;
import uplink.web.shell.Go;

/** A warehouse: added, renamed, closed. */
@Named
@ViewScoped
public class WarehouseForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Warehouses warehouses;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String code;
    private @Nullable String name;
    private boolean active = true;

    public void load() {
        if (!isNew()) {
            Warehouse warehouse = warehouses.get(Go.id(id));
            version = warehouse.version();
            code = warehouse.code();
            name = warehouse.name();
            active = warehouse.active();
        }
    }

    public void save() {
        NewWarehouse wanted = new NewWarehouse(Go.given(code), Go.given(name), active);
        if (isNew()) {
            warehouses.create(wanted);
        } else {
            warehouses.replace(Go.id(id), version, wanted);
        }
        Go.to("/warehouses", "warehouse.saved");
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}

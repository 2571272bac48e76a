package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceQuery.Sort;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceState;
import uplink.web.shell.Rows;

/** All devices: filters, and a table that the database fills. */
@Named
@ViewScoped
public class DeviceList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeviceSearch search;

    private @Nullable String text;
    private @Nullable DeviceState state;
    private @Nullable UUID model;
    private @Nullable UUID warehouse;
    private @Nullable UUID crew;
    private final Rows<DeviceRow> rows = new Rows<>(
            (first, size, column, ascending) -> search.list(query(first, size, column, ascending)),
            () -> search.count(query(0, 1, null, false)));

    private DeviceQuery query(int first, int size, @Nullable String column, boolean ascending) {
        Sort sort = column == null ? Sort.RECEIVED : Sort.valueOf(column);
        return new DeviceQuery(text, state, model, warehouse, crew, sort, ascending, first, size);
    }

    public Rows<DeviceRow> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        boolean typed = text != null && !text.isBlank();
        return typed || state != null || model != null || warehouse != null || crew != null;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable DeviceState getState() {
        return state;
    }

    public void setState(@Nullable DeviceState state) {
        this.state = state;
    }

    public @Nullable UUID getModel() {
        return model;
    }

    public void setModel(@Nullable UUID model) {
        this.model = model;
    }

    public @Nullable UUID getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(@Nullable UUID warehouse) {
        this.warehouse = warehouse;
    }

    public @Nullable UUID getCrew() {
        return crew;
    }

    public void setCrew(@Nullable UUID crew) {
        this.crew = crew;
    }
}

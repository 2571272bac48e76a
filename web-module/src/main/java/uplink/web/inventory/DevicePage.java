package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.FoundCustomer;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.shell.Go;

/** One device: where it is, where it has been, and where it goes next. */
@Named
@ViewScoped
public class DevicePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    @Inject
    private Devices devices;

    @Inject
    private DeviceSearch search;

    @Inject
    private Customers customers;

    private final MoveFields move = new MoveFields();
    private @Nullable String id;
    private int version;
    private @Nullable String find;
    private @Nullable UUID customer;
    private @Nullable String serial;
    private @Nullable String mac;
    private transient @Nullable DeviceRow device;
    private transient @Nullable List<DeviceMove> moves;

    public void load() {
        version = getDevice().version();
        serial = getDevice().serial();
        mac = getDevice().mac();
    }

    public DeviceRow getDevice() {
        if (device == null) {
            device = search.get(key());
        }
        return device;
    }

    public List<DeviceMove> getMoves() {
        if (moves == null) {
            moves = search.listMoves(key());
        }
        return moves;
    }

    public void handOut() {
        devices.handOut(key(), version, move.handOut());
        done("device.handed-out");
    }

    public void issue() {
        devices.issue(key(), version, move.issue(Go.given(customer)));
        done("device.issued");
    }

    public void store() {
        devices.store(key(), version, move.storing());
        done("device.stored");
    }

    public void repair() {
        devices.repair(key(), version, move.note());
        done("device.in-repair");
    }

    public void writeOff() {
        devices.writeOff(key(), version, move.note());
        done("device.written-off");
    }

    public void relabel() {
        devices.relabel(key(), version, new NewDevice(Go.given(serial), mac));
        done("device.relabelled");
    }

    private void done(String note) {
        Go.to("/device?id=" + id, note);
    }

    /** Whether it is where that move can begin. */
    public boolean is(String... states) {
        return Callers.current().may(Permission.DEVICE_WRITE)
                && Set.of(states).contains(getDevice().place().state().code());
    }

    /** Whether anything can be done with it. */
    public boolean isMovable() {
        return Callers.current().may(Permission.DEVICE_WRITE)
                && getDevice().place().state() != DeviceState.WRITTEN_OFF;
    }

    /** Customers that fit what was typed. */
    public List<FoundCustomer> getFound() {
        return find == null || find.isBlank() ? List.of() : customers.search(find, FOUND);
    }

    private UUID key() {
        return Go.id(id);
    }

    public MoveFields getMove() {
        return move;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
    }

    public @Nullable UUID getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable UUID customer) {
        this.customer = customer;
    }

    public @Nullable String getSerial() {
        return serial;
    }

    public void setSerial(@Nullable String serial) {
        this.serial = serial;
    }

    public @Nullable String getMac() {
        return mac;
    }

    public void setMac(@Nullable String mac) {
        this.mac = mac;
    }
}

package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.inventory.control.Counting;
import uplink.inventory.control.DeviceLists;
import uplink.inventory.control.DeviceRows;
import uplink.inventory.control.StockTakingRows;
import uplink.inventory.control.Target;
import uplink.inventory.control.WarehouseRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Warehouses are counted: what was read against what should be there. Closing writes off what is missing and puts what was
 * found here, each by a move. Refusals: {@code not-found} for the warehouse, {@code validation}.
 */
@Stateless
@Allowed(Permission.DEVICE_WRITE)
public class StockTakings {

    private static final int MOST = 5000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DOCUMENT = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** What differs now; nothing is done about it. */
    @Allowed(Permission.DEVICE_READ)
    public StockDifference findDifference(UUID warehouse, StockCount count) {
        require(warehouse);
        Validation validation = new Validation();
        checkSize(validation, count);
        validation.done();
        return counting(count).difference(lists(), warehouse);
    }

    /**
     * Acts on the differences that were seen. Refusals: also {@code stale} when they are others by now: somebody has moved
     * devices, and what was read before that is no longer true.
     */
    public StockTaking close(UUID warehouse, StockCount count) {
        require(warehouse);
        Validation validation = new Validation();
        checkSize(validation, count);
        String reason = validation.words("reason", count.reason(), LONGEST_REASON);
        String document = validation.optionalWords("document", count.document(), LONGEST_DOCUMENT);
        validation.require("seen", count.seen()).done();
        Counting counting = counting(count);
        DeviceRows rows = new DeviceRows(database, Callers.current().userId(), clock.instant());
        rows.lockAll(warehouse, counting.keys(), counting.macs());
        StockDifference found = counting.difference(lists(), warehouse);
        if (!found.seen().equals(count.seen())) {
            throw BusinessException.stale();
        }
        DeviceNote why = new DeviceNote(reason, document);
        move(rows, found.missing(), Target.writtenOff(), why);
        move(rows, found.brought(), Target.stock(warehouse), why);
        UUID id = Ids.next();
        new StockTakingRows(database)
                .add(id, warehouse, found, why, Callers.current().userId(), clock.instant());
        return new StockTakingRows(database).one(id).orElseThrow();
    }

    /** Those of a warehouse, the latest first. */
    @Allowed(Permission.DEVICE_READ)
    public List<StockTaking> list(UUID warehouse) {
        require(warehouse);
        return new StockTakingRows(database).ofWarehouse(warehouse);
    }

    private static void move(DeviceRows rows, List<DeviceRow> devices, Target to, DeviceNote why) {
        devices.forEach(device -> rows.move(rows.lock(device.id()).orElseThrow(), to, why));
    }

    private static Counting counting(StockCount count) {
        return new Counting(count.labels());
    }

    private DeviceLists lists() {
        return new DeviceLists(database, Callers.current());
    }

    private void require(UUID warehouse) {
        if (new WarehouseRows(database).one(warehouse).isEmpty()) {
            throw BusinessException.notFound();
        }
    }

    private static void checkSize(Validation validation, StockCount count) {
        boolean any = !counting(count).keys().isEmpty();
        validation.check(any && count.labels().size() <= MOST, "labels", Text.of("inventory.count.size", MOST));
    }
}

package uplink.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouse;
import uplink.inventory.boundary.Warehouses;
import uplink.shared.Ids;
import uplink.testing.Desk;

/** A desk with a store of devices behind it. */
final class Store {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    final Desk desk;
    final Devices devices;
    final DeviceSearch search;
    final DeviceModels models;
    final Warehouses warehouses;

    Store(Desk desk) {
        this.desk = desk;
        devices = desk.boundaries.get(Devices.class);
        search = desk.boundaries.get(DeviceSearch.class);
        models = desk.boundaries.get(DeviceModels.class);
        warehouses = desk.boundaries.get(Warehouses.class);
    }

    static String serial() {
        return "SN" + Ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** A MAC that nobody else has. */
    static String mac() {
        String id = Ids.next().toString().replace("-", "");
        return "02" + id.substring(22);
    }

    Warehouse warehouse() {
        NewWarehouse wanted = new NewWarehouse("w-" + Ids.next(), "Главный", null);
        return desk.boundaries.call(() -> warehouses.create(wanted));
    }

    DeviceModel model(@Nullable String price, @Nullable UUID rent) {
        NewDeviceModel wanted = new NewDeviceModel(
                "Keenetic",
                "M-" + Ids.next(),
                DeviceKind.ROUTER,
                price == null ? null : new BigDecimal(price),
                null,
                null,
                rent,
                null);
        return desk.boundaries.call(() -> models.create(wanted));
    }

    DeviceRow device(DeviceModel model, Warehouse warehouse) {
        Delivery one = new Delivery(model.id(), warehouse.id(), List.of(new NewDevice(serial(), mac())), "ТН-1");
        return desk.boundaries.call(() -> devices.receive(one)).get(0);
    }

    DeviceRow issue(UUID device, UUID customer, DeviceTerms terms) {
        DeviceIssue wish = new DeviceIssue(customer, terms, null, null, null, "Акт 7");
        return desk.boundaries.call(() -> devices.issue(device, null, wish));
    }

    UUID technician() {
        UUID user = Ids.next();
        desk.boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Монтажников', 'tech', now(), now())""",
                        user,
                        user + "@example.org");
        return user;
    }

    /** An add-on of the catalogue for so much a month. */
    UUID addon(String price) {
        UUID tariff = desk.tariff(price).id();
        desk.boundaries.sql().update("update tariffs set is_addon = true where id = ?", tariff);
        return tariff;
    }
}

package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.Allowed;
import uplink.shared.AllowedGuard;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Models, warehouses, and what lies where. */
class StoreTest {

    private final Desk desk = new Desk(Store.TODAY);
    private final Store store = new Store(desk);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aModelHasItsPriceAndTheRentOfItsAddOn() {
        UUID rent = store.addon("150.00");
        DeviceModel model = store.model("4990.00", rent);
        assertEquals(new BigDecimal("4990.00"), model.price());
        assertEquals(new BigDecimal("150.00"), model.rent());
        assertEquals("standard", model.taxClass());
        DeviceModel changed = desk.boundaries.call(() -> store.models.replace(model.id(), 0, wish(model.name(), null)));
        assertNull(changed.price());
        assertNull(changed.rent());
        refused(ProblemType.STALE, () -> store.models.replace(model.id(), 0, wish(model.name(), null)));
        refused(
                ProblemType.CONFLICT,
                () -> store.models.create(wish(model.name().toUpperCase(java.util.Locale.ROOT), null)));
        DeviceModel other = store.model(null, null);
        refused(ProblemType.CONFLICT, () -> store.models.replace(other.id(), null, wish(model.name(), null)));
        assertEquals(1, store.models.list().stream().filter(changed::equals).count());
    }

    @Test
    void whoIssuesDevicesDoesNotSetTheirPrices() throws Exception {
        Caller clerk = new Caller(
                Ids.next(),
                null,
                "tech",
                Set.of(Permission.DEVICE_READ, Permission.DEVICE_WRITE, Permission.CATALOG_READ));
        Permission[] make = allowed("create", NewDeviceModel.class);
        Permission[] change = allowed("replace", UUID.class, Integer.class, NewDeviceModel.class);
        for (Permission[] needed : List.of(make, change)) {
            assertEquals(
                    ProblemType.FORBIDDEN,
                    assertThrows(BusinessException.class, () -> AllowedGuard.check(clerk, needed))
                            .type());
        }
    }

    private static Permission[] allowed(String method, Class<?>... parameters) throws Exception {
        return DeviceModels.class
                .getMethod(method, parameters)
                .getAnnotation(Allowed.class)
                .value();
    }

    @Test
    void aModelThatMakesNoSenseIsRefusedFieldByField() {
        NewDeviceModel wrong = new NewDeviceModel(
                " ",
                "x".repeat(101),
                DeviceKind.ONU,
                new BigDecimal("0.00"),
                null,
                "none",
                desk.tariff("1.00").id(),
                null);
        assertEquals(
                List.of("price", "taxClass", "rentTariffId", "vendor", "name"),
                fields(() -> store.models.create(wrong)));
        NewDeviceModel fraction =
                new NewDeviceModel("A", "B", DeviceKind.ONU, new BigDecimal("1.001"), null, null, null, null);
        assertEquals(List.of("price"), fields(() -> store.models.create(fraction)));
        NewDeviceModel shells = new NewDeviceModel("A", "B", DeviceKind.ONU, BigDecimal.ONE, "SHL", null, null, null);
        assertEquals(List.of("currency"), fields(() -> store.models.create(shells)));
        refused(ProblemType.NOT_FOUND, () -> store.models.get(UUID.randomUUID()));
    }

    @Test
    void aClosedWarehouseAndAModelOfThePastTakeNothingIn() {
        Warehouse warehouse = store.warehouse();
        DeviceModel model = store.model(null, null);
        DeviceRow device = store.device(model, warehouse);
        NewWarehouse closed = new NewWarehouse(warehouse.code(), "Бывший", false);
        Warehouse kept = desk.boundaries.call(() -> store.warehouses.replace(warehouse.id(), 0, closed));
        assertFalse(kept.active());
        assertEquals(1, kept.devices());
        refused(ProblemType.STALE, () -> store.warehouses.replace(warehouse.id(), 0, closed));
        refused(ProblemType.CONFLICT, () -> store.warehouses.create(closed));
        Warehouse other = store.warehouse();
        refused(ProblemType.CONFLICT, () -> store.warehouses.replace(other.id(), null, closed));
        desk.boundaries.run(() -> store.models.replace(
                model.id(),
                null,
                new NewDeviceModel("V", model.name(), DeviceKind.ROUTER, null, null, null, null, false)));
        Delivery late = new Delivery(model.id(), warehouse.id(), List.of(new NewDevice(Store.serial(), null)), null);
        assertEquals(List.of("warehouseId", "modelId"), fields(() -> store.devices.receive(late)));
        assertEquals(DeviceState.STOCK, store.search.get(device.id()).place().state(), "what lies there stays");
    }

    @Test
    void devicesAreCountedWhereTheirNumberIsShown() {
        Warehouse warehouse = store.warehouse();
        DeviceModel model = store.model(null, null);
        store.device(model, warehouse);
        DeviceRow lost = store.device(model, warehouse);
        desk.boundaries.run(() -> store.devices.writeOff(lost.id(), null, new DeviceNote("утерян", null)));
        assertNull(store.models.get(model.id()).devices(), "not where a device is moved");
        assertEquals(List.of(), numbers(store.models.list(), model));
        assertEquals(List.of(1), numbers(store.models.listCounted(), model));
    }

    private static List<Integer> numbers(List<DeviceModel> models, DeviceModel of) {
        return models.stream()
                .filter(model -> model.id().equals(of.id()))
                .flatMap(model -> Stream.ofNullable(model.devices()))
                .toList();
    }

    /** The index of fragments has three signs at least: less would read all labels. */
    @Test
    void oneOrTwoSignsAreTheBeginningOfASerial() {
        DeviceModel model = store.model(null, null);
        DeviceRow device = store.device(model, store.warehouse());
        String serial = device.serial();
        for (String typed : List.of("s", "sn", serial.substring(0, 3), serial.substring(serial.length() - 3))) {
            assertEquals(List.of(device.id()), ids(DeviceQuery.newest(typed, null, model.id(), null, null)), typed);
        }
        for (String typed : List.of("n", serial.substring(serial.length() - 2), "!")) {
            assertEquals(List.of(), ids(DeviceQuery.newest(typed, null, model.id(), null, null)), typed);
        }
    }

    @Test
    void listsAreCutAndFilteredByWhereThingsAre() {
        Warehouse warehouse = store.warehouse();
        DeviceModel model = store.model(null, null);
        List<DeviceRow> all =
                List.of(store.device(model, warehouse), store.device(model, warehouse), store.device(model, warehouse));
        UUID crew = store.technician();
        desk.boundaries.run(() -> store.devices.handOut(all.get(0).id(), null, new HandOut(crew, null, null)));
        desk.boundaries.run(() -> store.devices.repair(all.get(1).id(), null, new DeviceNote(null, null)));
        assertEquals(List.of(all.get(0).id()), ids(DeviceQuery.newest(null, null, null, null, crew)));
        assertEquals(List.of(all.get(2).id()), ids(DeviceQuery.newest(null, null, null, warehouse.id(), null)));
        assertEquals(
                List.of(all.get(1).id()), ids(DeviceQuery.newest(null, DeviceState.REPAIR, model.id(), null, null)));
        DeviceQuery ofModel = DeviceQuery.newest(null, null, model.id(), null, null);
        Page<DeviceRow> first = store.search.page(ofModel, PageRequest.of(2, null));
        Page<DeviceRow> second = store.search.page(ofModel, PageRequest.of(2, first.nextCursor()));
        assertEquals(
                List.of(all.get(2).id(), all.get(1).id()),
                first.items().stream().map(DeviceRow::id).toList());
        assertEquals(
                List.of(all.get(0).id()),
                second.items().stream().map(DeviceRow::id).toList());
        assertNull(second.nextCursor());
        DeviceQuery moved = new DeviceQuery(null, null, model.id(), null, null, DeviceQuery.Sort.MOVED, true, 1, 1);
        assertEquals(1, store.search.list(moved).size());
        assertEquals(3, store.search.count(moved), "the count does not stop at the page");
        assertEquals(
                1,
                store.search.listCrew().stream()
                        .filter(one -> one.id().equals(crew))
                        .count());
        refused(ProblemType.NOT_FOUND, () -> store.search.ofCustomer(UUID.randomUUID()));
        refused(ProblemType.NOT_FOUND, () -> store.search.listMoves(Ids.next()));
    }

    private List<UUID> ids(DeviceQuery query) {
        return store.search.list(query).stream().map(DeviceRow::id).toList();
    }

    private static NewDeviceModel wish(String name, UUID rent) {
        return new NewDeviceModel("Keenetic", name, DeviceKind.ROUTER, null, null, null, rent, null);
    }

    private List<String> fields(Runnable work) {
        return refused(ProblemType.VALIDATION, work).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    private BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> desk.boundaries.run(work));
        assertEquals(type, refusal.type());
        return refusal;
    }
}

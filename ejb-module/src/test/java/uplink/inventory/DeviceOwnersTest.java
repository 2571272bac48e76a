package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.customer.boundary.FoundCustomer;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.OwnDevice;
import uplink.inventory.boundary.Storing;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

/** Devices and who has them: what is found, shown, charged and remembered of it. */
class DeviceOwnersTest extends DeviceCases {

    @Test
    void aCustomerIsFoundByWhatTheyHaveAsLongAsTheyHaveIt() {
        DeviceRow device = store.device(model, warehouse);
        String mac = device.mac();
        String dotted = mac.replace(":", "").toLowerCase(Locale.ROOT).replaceAll("....(?!$)", "$0.");
        assertEquals(List.of(), customers(mac));
        store.issue(device.id(), customer, DeviceTerms.LOAN);
        for (String typed : List.of(mac, mac.replace(":", ""), dotted, mac.replace(':', '-'), device.serial())) {
            assertEquals(List.of(customer), customers(typed), typed);
        }
        NewDevice label = new NewDevice(Store.serial(), null);
        call(() -> store.devices.relabel(device.id(), null, label));
        assertEquals(List.of(), customers(mac));
        assertEquals(List.of(customer), customers(label.serial()));
        call(() -> store.devices.store(device.id(), null, new Storing(warehouse.id(), null, null)));
        assertEquals(List.of(), customers(label.serial()));
    }

    @Test
    void aCustomerSeesTheirOwnDevicesOnly() {
        DeviceRow device = store.device(model, warehouse);
        store.issue(device.id(), customer, DeviceTerms.LOAN);
        UUID neighbour = desk.customer("Соседов", 1).id();
        store.issue(store.device(model, warehouse).id(), neighbour, DeviceTerms.LOAN);
        List<OwnDevice> own = Callers.as(desk.caller(customer), () -> store.search.mine());
        assertEquals(List.of(device.id()), own.stream().map(OwnDevice::id).toList());
        assertEquals(Store.TODAY, own.get(0).since());
        assertNull(own.get(0).price());
        assertEquals(device.mac(), own.get(0).mac());
        assertEquals(
                List.of(device.id()),
                store.search.ofCustomer(customer).stream().map(DeviceRow::id).toList());
    }

    @Test
    void whoMayNotReadCustomersIsNotToldTheirNames() {
        DeviceRow device = store.device(model, warehouse);
        store.issue(device.id(), customer, DeviceTerms.LOAN);
        Caller storeman = new Caller(store.technician(), null, "storeman", Set.of(Permission.DEVICE_READ));
        Callers.run(storeman, () -> {
            assertNull(store.search.get(device.id()).place().name());
            assertEquals(customer, store.search.get(device.id()).place().customerId());
            assertNull(store.search.list(query(null)).get(0).place().name());
            List<DeviceMove> moves = store.search.listMoves(device.id());
            assertNull(moves.get(0).to().name());
            assertEquals("Главный", moves.get(1).to().name(), "a warehouse is nobody");
        });
        Caller clerk =
                new Caller(store.technician(), null, "clerk", Set.of(Permission.DEVICE_READ, Permission.CUSTOMER_READ));
        Callers.run(
                clerk,
                () -> assertEquals(
                        "Владельцев", store.search.get(device.id()).place().name()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAN", "SALE"})
    void aReturnIsInTheHistoryOfWhoHadTheDevice(DeviceTerms terms) {
        desk.subscription(customer, desk.tariff("600.00").id(), Store.TODAY);
        DeviceRow device = store.device(model, warehouse);
        Storing back = new Storing(warehouse.id(), null, null);
        DeviceNote broken = new DeviceNote("не включается", null);
        Map<String, Runnable> returns = Map.of(
                "store", () -> store.devices.store(device.id(), null, back),
                "repair", () -> store.devices.repair(device.id(), null, broken),
                "writeOff", () -> store.devices.writeOff(device.id(), null, broken));
        UUID clerk = Doing.somebody();
        returns.forEach((how, comesBack) -> {
            if (store.search.get(device.id()).place().state() != DeviceState.STOCK) {
                call(() -> store.devices.store(device.id(), null, back));
            }
            store.issue(device.id(), customer, terms);
            Doing.as(
                    clerk,
                    Devices.class,
                    how,
                    () -> desk.boundaries.call(() -> {
                        comesBack.run();
                        return true;
                    }));
        });
        assertEquals(
                List.of("device.repair", "device.store", "device.write-off"),
                desk.boundaries
                        .sql()
                        .list(
                                """
                                select action from audit_log
                                where actor_id = ? and entity_id = ? and customer_id = ? order by action""",
                                row -> row.getString(1),
                                clerk,
                                device.id().toString(),
                                customer));
    }

    @Test
    void aPriceOfOnesOwnIsForThoseWhoMayChangeCustomers() {
        DeviceRow device = store.device(model, warehouse);
        DeviceIssue cheap = new DeviceIssue(customer, DeviceTerms.SALE, null, new BigDecimal("1.00"), null, null);
        Caller technician = new Caller(store.technician(), null, "tech", Set.of(Permission.DEVICE_WRITE));
        refuses(
                ProblemType.FORBIDDEN,
                () -> Callers.as(technician, () -> store.devices.issue(device.id(), null, cheap)));
        refused(ProblemType.NOT_ALLOWED, () -> store.issue(device.id(), customer, DeviceTerms.SALE));
        refused(ProblemType.NOT_ALLOWED, () -> store.issue(device.id(), customer, DeviceTerms.RENT));
        refuses(
                ProblemType.VALIDATION,
                () -> store.devices.issue(
                        device.id(),
                        null,
                        new DeviceIssue(customer, DeviceTerms.LOAN, null, BigDecimal.ONE, null, null)));
        refuses(ProblemType.VALIDATION, () -> store.devices.issue(device.id(), null, loan(device.id())));
        assertEquals(DeviceState.STOCK, store.search.get(device.id()).place().state());
    }

    private List<UUID> customers(String typed) {
        return desk.customers.search(typed, 10).stream().map(FoundCustomer::id).toList();
    }
}

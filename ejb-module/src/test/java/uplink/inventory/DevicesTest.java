package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.Storing;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Devices come, go out and come back: each in one place at a time, with a history that nobody can change. */
class DevicesTest extends DeviceCases {

    @Test
    void aDeviceIsKnownByEverySpellingOfItsSerialAndMac() {
        String mac = Store.mac();
        String serial = Store.serial();
        DeviceRow device = receive(new NewDevice(" " + serial.toLowerCase(Locale.ROOT), mac))
                .get(0);
        assertEquals(serial, device.serial());
        assertEquals(mac.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:"), device.mac());
        String dotted = mac.replaceAll("....(?!$)", "$0.");
        for (String spelled : List.of(mac, dotted, device.mac(), dotted.substring(1, 12), serial.substring(3, 20))) {
            assertEquals(List.of(device.id()), found(spelled), spelled);
        }
        assertEquals(List.of(), found("!!"), "what has no letter or digit finds nothing");
        assertEquals(
                "devices[1].mac",
                refusedLines(new NewDevice(Store.serial(), null), new NewDevice(Store.serial(), dotted))
                        .get(0)
                        .field());
        assertEquals(
                "devices[0].serial",
                refusedLines(new NewDevice(serial.substring(0, 6) + "-" + serial.substring(6), null))
                        .get(0)
                        .field());
        assertEquals(1, store.search.count(query(null)), "all or none");
    }

    /** What is scanned is issued: another one that only has it in its serial must not be taken for it. */
    @Test
    void aScannedLabelIsOneDevicesWhole() {
        String serial = Store.serial();
        String mac = Store.mac();
        DeviceRow shorter = receive(new NewDevice(serial, mac)).get(0);
        DeviceRow longer = receive(new NewDevice(serial + "-2", null)).get(0);
        assertEquals(sorted(List.of(longer.id(), shorter.id())), sorted(found(serial)));
        assertEquals(List.of(shorter.id()), labelled(serial.toLowerCase(Locale.ROOT)));
        assertEquals(List.of(longer.id()), labelled(serial + "2"));
        assertEquals(List.of(shorter.id()), labelled(mac.replaceAll("....(?!$)", "$0.")));
        assertEquals(List.of(), labelled(serial.substring(1)));
        assertEquals(List.of(), labelled(mac.substring(1)));
        assertEquals(List.of(), labelled("!!"));
    }

    private List<UUID> labelled(String read) {
        return store.search.listLabelled(read).stream().map(DeviceRow::id).toList();
    }

    private static List<UUID> sorted(List<UUID> ids) {
        return ids.stream().sorted().toList();
    }

    @Test
    void eachWrongLineOfADeliveryIsNamed() {
        List<FieldError> errors = refused(
                        ProblemType.VALIDATION,
                        () -> receive(
                                new NewDevice("", null),
                                new NewDevice("S1", "nonsense"),
                                new NewDevice("S-1", null),
                                new NewDevice("Щит", "FF:FF:FF:FF:FF:FF")))
                .errors();
        assertEquals(
                List.of(
                        "devices[0].serial",
                        "devices[1].mac",
                        "devices[2].serial",
                        "devices[3].serial",
                        "devices[3].mac"),
                errors.stream().map(FieldError::field).toList());
        refused(ProblemType.VALIDATION, this::receive);
    }

    @Test
    void theHistoryTellsEveryMoveWhoMadeItAndWhy() {
        UUID crew = store.technician();
        DeviceRow device = store.device(model, warehouse);
        Warehouse other = store.warehouse();
        UUID clerk = store.technician();
        Callers.run(new Caller(clerk, null, "clerk", Set.of(Permission.DEVICE_WRITE)), () -> {
            call(() -> store.devices.handOut(device.id(), 0, new HandOut(crew, null, "Накладная 5")));
            store.issue(device.id(), customer, DeviceTerms.LOAN);
            call(() -> store.devices.repair(device.id(), null, new DeviceNote("не включается", "4111-1111-1111-1111")));
            call(() -> store.devices.store(device.id(), null, new Storing(other.id(), null, null)));
            call(() -> store.devices.writeOff(
                    device.id(), null, new DeviceNote("утоплен, карта 4111 1111 1111 1111 123", "Акт 9")));
        });
        List<DeviceMove> moves = Callers.as(Caller.system("test"), () -> store.search.listMoves(device.id()));
        assertEquals(
                List.of("written-off", "stock", "repair", "customer", "crew", "stock"),
                moves.stream().map(move -> move.to().state().code()).toList());
        assertEquals(
                List.of(6, 5, 4, 3, 2, 1), moves.stream().map(DeviceMove::no).toList());
        for (int i = 0; i + 1 < moves.size(); i++) {
            assertEquals(moves.get(i + 1).to(), moves.get(i).from(), "each begins where the one before ended");
        }
        assertNull(moves.get(5).from());
        assertEquals("ТН-1", moves.get(5).document());
        assertEquals("Монтажников", moves.get(4).to().name());
        assertEquals("Накладная 5", moves.get(4).document());
        assertEquals("Владельцев", moves.get(3).to().name());
        assertEquals("не включается", moves.get(2).reason());
        assertEquals("•••• 1111", moves.get(2).document(), "no number of a card is kept");
        assertEquals("утоплен, карта •••• 1111 123", moves.get(0).reason());
        assertEquals("Монтажников", moves.get(0).by());
        assertEquals(other.id(), moves.get(0).from().warehouseId());
        assertEquals(
                List.of("inventory.device.issued", "inventory.device.returned"),
                desk.boundaries.announced(device.id()));
    }

    @Test
    void nothingIsWhereNoMoveHasBroughtItAndNoMoveIsEverChanged() {
        DeviceRow device = store.device(model, warehouse);
        Sql app = Sql.in(Database.app());
        assertThrows(
                DatabaseException.class,
                () -> app.update("update devices set state = 'repair', warehouse_id = null where id = ?", device.id()));
        assertThrows(
                DatabaseException.class,
                () -> app.update(
                        "update devices set state = 'repair', warehouse_id = null, last_move = 2 where id = ?",
                        device.id()));
        assertThrows(
                DatabaseException.class, () -> app.update("delete from device_moves where device_id = ?", device.id()));
        Sql owner = Sql.in(Database.owner());
        assertTrue(assertThrows(
                        DatabaseException.class,
                        () -> owner.update("update device_moves set reason = 'x' where device_id = ?", device.id()))
                .isBrokenConstraint());
        assertEquals(DeviceState.STOCK, store.search.get(device.id()).place().state());
    }

    @Test
    void whatIsNotThereIsNotIssued() {
        DeviceRow device = store.device(model, warehouse);
        store.issue(device.id(), customer, DeviceTerms.LOAN);
        UUID crew = store.technician();
        refused(ProblemType.DEVICE_NOT_AVAILABLE, () -> store.issue(device.id(), customer, DeviceTerms.LOAN));
        refuses(
                ProblemType.DEVICE_NOT_AVAILABLE,
                () -> store.devices.handOut(device.id(), null, new HandOut(crew, null, null)));
        refuses(ProblemType.STALE, () -> store.devices.store(device.id(), 0, new Storing(warehouse.id(), null, null)));
        call(() -> store.devices.store(device.id(), 1, new Storing(warehouse.id(), null, null)));
        refuses(
                ProblemType.DEVICE_NOT_AVAILABLE,
                () -> store.devices.store(device.id(), null, new Storing(warehouse.id(), null, null)));
        refuses(ProblemType.VALIDATION, () -> store.devices.writeOff(device.id(), null, new DeviceNote(" ", null)));
        refuses(
                ProblemType.VALIDATION,
                () -> store.devices.handOut(device.id(), null, new HandOut(customer, null, null)));
        refuses(ProblemType.NOT_FOUND, () -> store.devices.repair(customer, null, new DeviceNote(null, null)));
        assertEquals(3, store.search.listMoves(device.id()).size(), "what was refused is no move");
    }

    private List<FieldError> refusedLines(NewDevice... labels) {
        return refused(ProblemType.CONFLICT, () -> receive(labels)).errors();
    }

    private List<UUID> found(String text) {
        return store.search.list(query(text)).stream().map(DeviceRow::id).toList();
    }
}

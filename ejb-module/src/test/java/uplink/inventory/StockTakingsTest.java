package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.StockCount;
import uplink.inventory.boundary.StockDifference;
import uplink.inventory.boundary.StockTaking;
import uplink.inventory.boundary.StockTakings;
import uplink.inventory.boundary.Storing;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A warehouse is counted: what differs is told first, and then moved. */
class StockTakingsTest {

    private final Desk desk = new Desk(Store.TODAY);
    private final Store store = new Store(desk);
    private final StockTakings takings = desk.boundaries.get(StockTakings.class);
    private final Warehouse warehouse = store.warehouse();
    private final DeviceModel model = store.model(null, null);
    private final DeviceRow there = store.device(model, warehouse);
    private final DeviceRow byMac = store.device(model, warehouse);
    private final DeviceRow lost = store.device(model, warehouse);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void whatIsMissingIsWrittenOffAndWhatWasFoundComesHere() {
        DeviceRow elsewhere = store.device(model, store.warehouse());
        DeviceRow repaired = store.device(model, warehouse);
        desk.boundaries.run(() -> store.devices.repair(repaired.id(), null, new DeviceNote(null, null)));
        DeviceRow lent = store.device(model, warehouse);
        UUID customer = desk.customer("Должников", 1).id();
        store.issue(lent.id(), customer, DeviceTerms.LOAN);
        List<String> read = List.of(
                there.serial().toLowerCase(Locale.ROOT),
                " " + there.serial(),
                byMac.mac().replace(':', '-'),
                elsewhere.serial(),
                repaired.mac(),
                lent.serial(),
                "NOBODY'S-1",
                "--");
        StockDifference seen = takings.findDifference(warehouse.id(), new StockCount(read, null, null, null));
        assertEquals(3, seen.expected());
        assertEquals(6, seen.counted());
        assertEquals(List.of(lost.id()), ids(seen.missing()));
        assertEquals(
                List.of(elsewhere.id(), repaired.id()),
                ids(seen.brought()).stream().sorted().toList());
        assertEquals(List.of(lent.id()), ids(seen.customers()));
        assertEquals(List.of("NOBODY'S-1"), seen.unknown());
        StockTaking closed = desk.boundaries.call(
                () -> takings.close(warehouse.id(), new StockCount(read, "Инвентаризация", "ИНВ-3", seen.seen())));
        assertEquals(1, closed.missing());
        assertEquals(2, closed.brought());
        DeviceMove gone = store.search.listMoves(lost.id()).get(0);
        assertEquals(DeviceState.WRITTEN_OFF, gone.to().state());
        assertEquals("Инвентаризация", gone.reason());
        assertEquals("ИНВ-3", gone.document());
        assertEquals(warehouse.id(), store.search.get(repaired.id()).place().warehouseId());
        assertEquals(customer, store.search.get(lent.id()).place().customerId(), "that may end a rent");
        assertEquals(1, store.search.listMoves(there.id()).size(), "what was there has not moved");
        assertEquals(List.of(closed), takings.list(warehouse.id()));
        StockDifference after = takings.findDifference(
                warehouse.id(),
                new StockCount(
                        List.of(there.serial(), byMac.serial(), elsewhere.serial(), repaired.serial()),
                        null,
                        null,
                        null));
        assertTrue(after.isNone());
    }

    @Test
    void nothingIsWrittenOffThatNobodyHasSeenToBeMissing() {
        String seen = seen(there.serial());
        StockCount all = new StockCount(List.of(there.serial(), byMac.serial()), "Инвентаризация", null, seen);
        refused(ProblemType.STALE, () -> takings.close(warehouse.id(), all));
        refused(
                ProblemType.VALIDATION,
                () -> takings.close(warehouse.id(), new StockCount(List.of(there.serial()), "x", null, null)));
        refused(
                ProblemType.VALIDATION,
                () -> takings.close(warehouse.id(), new StockCount(List.of(there.serial()), " ", null, seen)));
        refused(
                ProblemType.VALIDATION,
                () -> takings.close(warehouse.id(), new StockCount(List.of(), "x", null, seen)));
        refused(
                ProblemType.VALIDATION,
                () -> takings.close(warehouse.id(), new StockCount(List.of("--", " "), "x", null, seen)));
        refused(ProblemType.NOT_FOUND, () -> takings.close(UUID.randomUUID(), all));
        assertEquals(3, store.warehouses.get(warehouse.id()).devices());
        assertEquals(List.of(), takings.list(warehouse.id()));
    }

    /** As many are missing as were, but not the same: a number would not tell. */
    @Test
    void whatArrivedInTheMeantimeIsNotWrittenOffForWhatWasMissing() {
        String[] read = {there.serial(), byMac.serial()};
        String seen = seen(read);
        UUID crew = store.technician();
        desk.boundaries.run(() -> store.devices.handOut(lost.id(), null, new HandOut(crew, null, null)));
        DeviceRow arrived = store.device(model, warehouse);
        refused(ProblemType.STALE, () -> close(seen, read));
        assertEquals(DeviceState.STOCK, store.search.get(arrived.id()).place().state());
    }

    @Test
    void whatWasReadBeforeACrewTookItAlongIsNotPutBack() {
        String[] read = {there.serial(), byMac.serial(), lost.serial()};
        String seen = seen(read);
        UUID crew = store.technician();
        desk.boundaries.run(() -> store.devices.handOut(lost.id(), null, new HandOut(crew, null, null)));
        refused(ProblemType.STALE, () -> close(seen, read));
        assertEquals(crew, store.search.get(lost.id()).place().crewId());
        String knowing = seen(read);
        Storing elsewhere = new Storing(store.warehouse().id(), null, null);
        desk.boundaries.run(() -> store.devices.store(lost.id(), null, elsewhere));
        refused(ProblemType.STALE, () -> close(knowing, read));
        desk.boundaries.run(() -> close(seen(read), read));
        assertEquals(
                warehouse.id(), store.search.get(lost.id()).place().warehouseId(), "who has seen it may put it here");
    }

    private String seen(String... read) {
        return takings.findDifference(warehouse.id(), new StockCount(List.of(read), null, null, null))
                .seen();
    }

    private void close(String seen, String... read) {
        takings.close(warehouse.id(), new StockCount(List.of(read), "Инвентаризация", null, seen));
    }

    private static List<UUID> ids(List<DeviceRow> devices) {
        return devices.stream().map(DeviceRow::id).toList();
    }

    private void refused(ProblemType type, Runnable work) {
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> desk.boundaries.run(work))
                        .type());
    }
}

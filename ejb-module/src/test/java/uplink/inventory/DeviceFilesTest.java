package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.HeadingEdit;
import uplink.customer.boundary.ImportHeadings;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportQueue;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.customer.control.ImportTakers;
import uplink.inventory.boundary.DeviceFiles;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Storing;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.Ids;
import uplink.shared.Macs;
import uplink.shared.SystemTime;
import uplink.testing.Desk;

/** Devices come by files, from the queue that brings customers. */
class DeviceFilesTest {

    private final Desk desk = new Desk(Store.TODAY);
    private final Store store = new Store(desk);
    private final String serial = Store.serial();
    private final String mac = Store.mac();
    private Imports imports;
    private DeviceModel model;
    private Warehouse warehouse;
    private CustomerDetail customer;

    @BeforeEach
    void open() {
        desk.boundaries.with(ImportTakers.class, new ImportTakers(List.of(desk.boundaries.get(DeviceFiles.class))));
        imports = desk.boundaries.get(Imports.class);
        model = store.model("3000.00", null);
        warehouse = store.warehouse();
        customer = desk.customer("Роутеров", 1);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void devicesComeToWhereTheyAre() {
        ImportReport report = imported(
                """
                Производитель;Модель;Серийный номер;MAC;Склад;Договор;Состояние
                Keenetic;%2$s;%1$s-1;%3$s;%4$s;;
                Keenetic;%2$s;%1$s-2;;;%5$s;
                ;%2$s;%1$s-3;;;%5$s;продано
                ;Keenetic %2$s;%1$s-4;;;;в ремонте
                """
                        .formatted(serial, model.name(), mac, warehouse.code(), number()));
        assertEquals(ImportStatus.COMPLETED, report.status(), refusals(report).toString());
        assertEquals(List.of(4, 4, 0, 0), counts(report));
        assertEquals(ImportKind.DEVICES, report.kind());
        DeviceRow stored = device("1");
        assertEquals(DeviceState.STOCK, stored.place().state());
        assertEquals(Macs.normalized(mac).orElseThrow(), stored.mac());
        assertEquals(model.id(), stored.modelId());
        DeviceRow lent = device("2");
        assertEquals(DeviceTerms.LOAN, lent.place().terms());
        assertEquals(customer.id(), lent.place().customerId());
        assertEquals(DeviceTerms.SALE, device("3").place().terms());
        assertEquals(DeviceState.REPAIR, device("4").place().state());
        assertEquals(
                0,
                desk.boundaries.sql().number("select count(*) from subscriptions where customer_id = ?", customer.id()),
                "what was sold there is not charged here");
        assertEquals(List.of(), desk.boundaries.announced(lent.id()), "and nothing is announced");
        assertEquals(1, store.search.listMoves(stored.id()).size(), "the history begins with it");
        assertEquals(
                customer.id(), desk.customers.search(serial + "-2", 10).get(0).id(), "it finds its customer");
    }

    @Test
    void theSameFileTwiceAddsNothingAndWhatMovedSinceStays() {
        String file = stock("1") + line("2");
        assertEquals(List.of(2, 2, 0, 0), counts(imported(file)));
        assertEquals(List.of(2, 0, 2, 0), counts(imported(file)));
        store.issue(device("1").id(), customer.id(), DeviceTerms.LOAN);
        ImportReport later = imported(file + line("3"));
        assertEquals(List.of(3, 1, 2, 0), counts(later), refusals(later).toString());
        assertEquals(DeviceState.CUSTOMER, device("1").place().state(), "it is known better here");
    }

    @Test
    void aRehearsalWritesNothing() {
        ImportReport report = imported(stock("1"), ImportMode.ALL_OR_NOTHING, true);
        assertEquals(List.of(1, 1, 0, 0), counts(report));
        assertEquals(0, there());
    }

    @Test
    void eachWrongLineIsToldAndNothingIsWritten() {
        ImportReport report = imported(wrong(), ImportMode.ALL_OR_NOTHING, false);
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(
                List.of(
                        "3 model inventory.import.model",
                        "4 serial inventory.serial",
                        "5 mac inventory.mac",
                        "6 warehouse inventory.warehouse.unknown",
                        "7 contract_number inventory.import.contract",
                        "8 condition inventory.import.condition",
                        "9 condition inventory.import.rent",
                        "10 warehouse inventory.import.place",
                        "11 serial inventory.serial.twice",
                        "12 contract_number inventory.import.place",
                        "12 warehouse inventory.import.place"),
                refusals(report));
        assertEquals(0, there());
    }

    @Test
    void orTheGoodOnesAreWritten() {
        ImportReport report = imported(wrong(), ImportMode.GOOD_ROWS, false);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(List.of(11, 1, 0, 10), counts(report));
        assertEquals(1, there());
    }

    private String wrong() {
        String good = stock("1");
        return good
                + """
                нет такой;%1$s-2;;%3$s;;
                %2$s;!!;;%3$s;;
                %2$s;%1$s-3;zz;%3$s;;
                %2$s;%1$s-4;;нет такого;;
                %2$s;%1$s-5;;;нет такого;
                %2$s;%1$s-6;;%3$s;;сломано
                %2$s;%1$s-7;;;%4$s;аренда
                %2$s;%1$s-8;;;;
                %2$s;%1$s 1;;%3$s;;
                %2$s;%1$s-9;;%3$s;%4$s;ремонт
                """
                        .formatted(serial, model.name(), warehouse.code(), number());
    }

    @Test
    void whatIsKnownOtherwiseIsRefused() {
        imported(stock("1"));
        DeviceModel other = store.model(null, null);
        Warehouse elsewhere = store.warehouse();
        String line = "%s;%s-1;;%s;;\n";
        assertEquals(
                List.of("2 serial inventory.import.differs"),
                refusals(imported(HEADER + line.formatted(other.name(), serial, warehouse.code()))));
        assertEquals(
                List.of("2 condition inventory.import.elsewhere"),
                refusals(imported(HEADER + line.formatted(model.name(), serial, elsewhere.code()))));
        String label = store.device(model, warehouse).mac();
        assertEquals(
                List.of("2 mac inventory.device.known"),
                refusals(imported(
                        HEADER + "%s;%s-2;%s;%s;;\n".formatted(model.name(), serial, label, warehouse.code()))));
        assertEquals(1, there());
    }

    /** A device that was taken over goes its way as any other. */
    @Test
    void whatWasSoldElsewhereComesBack() {
        imported(HEADER + "%s;%s-1;;;%s;sale\n".formatted(model.name(), serial, number()));
        DeviceRow back = desk.boundaries.call(
                () -> store.devices.store(device("1").id(), null, new Storing(warehouse.id(), null, null)));
        assertEquals(DeviceState.STOCK, back.place().state());
        assertNull(back.place().customerId());
        assertEquals(
                DeviceState.WRITTEN_OFF,
                desk.boundaries
                        .call(() -> store.devices.writeOff(back.id(), null, new DeviceNote("сгорел", null)))
                        .place()
                        .state());
    }

    @Test
    void headingsOfOtherProgramsAreExplainedOnce() {
        String strange = "Железка " + Ids.next();
        String file = "%s;serial;warehouse\n%s;%s-1;%s\n".formatted(strange, model.name(), serial, warehouse.code());
        ImportReport report = imported(file);
        assertEquals(ImportStatus.REFUSED, report.status());
        ImportHeadings headings = desk.boundaries.get(ImportHeadings.class);
        assertEquals(List.of("model"), headings.of(report.id()).missing());
        desk.boundaries.call(() -> headings.explain(report.id(), List.of(new HeadingEdit(strange, "model"))));
        UUID again = desk.boundaries.call(() -> imports.again(report.id())).id();
        work();
        assertEquals(ImportStatus.COMPLETED, imports.get(again).status());
        assertEquals(1, there());
        desk.boundaries.run(() -> headings.forget(ImportKind.DEVICES, strange));
        assertTrue(headings.list(ImportKind.DEVICES, 0, 1000).stream()
                .noneMatch(one -> one.heading().equalsIgnoreCase(strange)));
    }

    private static final String HEADER = "model;serial;mac;warehouse;contract_number;condition\n";

    private String stock(String which) {
        return HEADER + line(which);
    }

    private String line(String which) {
        return "%s;%s-%s;;%s;;\n".formatted(model.name(), serial, which, warehouse.code());
    }

    private String number() {
        return customer.contractNumber();
    }

    private ImportReport imported(String text) {
        return imported(text, ImportMode.ALL_OR_NOTHING, false);
    }

    private ImportReport imported(String text, ImportMode mode, boolean dryRun) {
        NewImport file =
                new NewImport(ImportKind.DEVICES, "devices.csv", text.getBytes(StandardCharsets.UTF_8), mode, dryRun);
        UUID id = desk.boundaries.call(() -> imports.start(file)).id();
        work();
        return imports.get(id);
    }

    private void work() {
        desk.boundaries.run(() -> desk.boundaries.get(ImportQueue.class).run(SystemTime.now()));
    }

    private static List<Integer> counts(ImportReport report) {
        return List.of(report.total(), report.added(), report.unchanged(), report.refused());
    }

    private List<String> refusals(ImportReport report) {
        return imports.refusals(report.id(), 0, 100).stream()
                .map(refusal -> refusal.line() + " " + refusal.column() + " " + refusal.reason())
                .toList();
    }

    private long there() {
        return desk.boundaries.sql().number("select count(*) from devices where serial like ?", serial + "%");
    }

    private DeviceRow device(String which) {
        UUID id = desk.boundaries
                .sql()
                .first(
                        "select id from devices where serial = ?",
                        row -> row.getObject(1, UUID.class),
                        serial + "-" + which)
                .orElseThrow();
        return store.search.get(id);
    }
}

package uplink.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportQueue;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.SystemTime;
import uplink.testing.Boundaries;

/** Extracts of the state's register of addresses, in the form in which it is published. */
class GarFilesTest {

    private static final String IN_FORCE =
            "PREVID=\"0\" NEXTID=\"0\" UPDATEDATE=\"2021-03-01\" STARTDATE=\"1900-01-01\" ENDDATE=\"2079-06-06\" ISACTIVE=\"1\"";

    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 11, 16));
    private final Tree tree = new Tree(boundaries);
    private final Imports imports = boundaries.get(Imports.class);
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();

    /** The register's numbers of this test begin here. */
    private final long base = ThreadLocalRandom.current().nextLong(1L << 50) * 1000;

    @AfterEach
    void close() throws Exception {
        boundaries.close();
    }

    private GarFilesTest object(int id, int parent, int level, String type, String name) {
        return object(id, parent, level, type, name, 1, 1);
    }

    private GarFilesTest object(int id, int parent, int level, String type, String name, int actual, int active) {
        add(
                "ADDR_OBJ",
                "OBJECT",
                "ID=\"%d\" OBJECTID=\"%d\" OBJECTGUID=\"%s\" CHANGEID=\"1\" NAME=\"%s\" TYPENAME=\"%s\" LEVEL=\"%d\" OPERTYPEID=\"10\" PREVID=\"0\" NEXTID=\"0\" UPDATEDATE=\"2021-03-01\" STARTDATE=\"1900-01-01\" ENDDATE=\"2079-06-06\" ISACTUAL=\"%d\" ISACTIVE=\"%d\""
                        .formatted(
                                base + id,
                                base + id,
                                guid(id),
                                name.replace("W", tree.word),
                                type,
                                level,
                                actual,
                                active));
        return link(id, parent);
    }

    private GarFilesTest house(int id, int parent, String attributes) {
        add(
                "HOUSES",
                "HOUSE",
                "ID=\"%d\" OBJECTID=\"%d\" OBJECTGUID=\"%s\" CHANGEID=\"1\" %s OPERTYPEID=\"10\" %s ISACTUAL=\"1\""
                        .formatted(base + id, base + id, guid(id), attributes, IN_FORCE));
        return link(id, parent);
    }

    private GarFilesTest flat(int id, int parent, String number, int type) {
        add(
                "APARTMENTS",
                "APARTMENT",
                "ID=\"%d\" OBJECTID=\"%d\" OBJECTGUID=\"%s\" CHANGEID=\"1\" NUMBER=\"%s\" APARTTYPE=\"%d\" OPERTYPEID=\"10\" %s ISACTUAL=\"1\""
                        .formatted(base + id, base + id, guid(id), number, type, IN_FORCE));
        return link(id, parent);
    }

    private GarFilesTest link(int id, int parent) {
        add(
                "ADM_HIERARCHY",
                "ITEM",
                "ID=\"%d\" OBJECTID=\"%d\" PARENTOBJID=\"%d\" CHANGEID=\"1\" REGIONCODE=\"99\" %s PATH=\"\""
                        .formatted(base + id, base + id, parent == 0 ? 0 : base + parent, IN_FORCE));
        return this;
    }

    private UUID guid(int id) {
        return new UUID(base, id);
    }

    private void add(String file, String element, String attributes) {
        files.computeIfAbsent(file, name -> new StringBuilder())
                .append('<')
                .append(element)
                .append(' ')
                .append(attributes)
                .append(" />");
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(
                        "99/AS_" + file.getKey() + "_20261112_" + "4d2a4bb5-1c5b-4d3a-9a0e-5b0c8f3b7e11" + ".XML"));
                zip.write(("\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?><ALL>" + file.getValue() + "</ALL>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("99/AS_ADDR_OBJ_PARAMS_20261112_x.XML"));
            zip.write("not read".getBytes(StandardCharsets.UTF_8));
        }
        files.clear();
        return bytes.toByteArray();
    }

    private ImportReport imported(byte[] content, ImportMode mode, boolean dryRun) {
        NewImport file = new NewImport(ImportKind.PLACES, "gar.zip", content, mode, dryRun);
        UUID id = tree.call(() -> imports.start(file)).id();
        boundaries.run(() -> boundaries.get(ImportQueue.class).run(SystemTime.now()));
        return imports.get(id);
    }

    private ImportReport imported() throws IOException {
        return imported(zip(), ImportMode.ALL_OR_NOTHING, false);
    }

    private static List<Integer> counts(ImportReport report) {
        return List.of(report.total(), report.added(), report.unchanged(), report.refused());
    }

    private List<String> refusals(ImportReport report) {
        return imports.refusals(report.id(), 0, 100).stream()
                .map(refusal -> refusal.line() + " " + refusal.column() + " " + refusal.reason())
                .toList();
    }

    private List<String> found(String text) {
        return tree.places.search(text.replace("W", tree.word), 50).stream()
                .map(FoundPlace::line)
                .map(line -> line.replace(tree.word, "W"))
                .sorted()
                .toList();
    }

    /** A municipal unit between city and region, and a plot of land between street and house. */
    private GarFilesTest town() {
        return object(1, 0, 1, "обл", "Wская")
                .object(2, 1, 3, "м.р-н", "Ближний")
                .object(3, 2, 5, "г", "W")
                .object(4, 3, 8, "ул", "Мира")
                .object(5, 3, 8, "пер", "Мира")
                .object(6, 3, 6, "п", "Боровое");
    }

    @Test
    void anExtractIsTakenOverOnce() throws IOException {
        byte[] content = town().link(7, 4)
                .house(10, 7, "HOUSENUM=\"1\" HOUSETYPE=\"2\"")
                .house(
                        11,
                        4,
                        "HOUSENUM=\"1\" ADDNUM1=\"2\" ADDTYPE1=\"1\" ADDNUM2=\"3\" ADDTYPE2=\"2\" HOUSETYPE=\"2\"")
                .house(12, 6, "HOUSENUM=\"7А\" HOUSETYPE=\"5\"")
                .house(13, 4, "HOUSENUM=\"99\" HOUSETYPE=\"4\"")
                .flat(20, 10, "15", 2)
                .flat(21, 10, "1", 4)
                .zip();
        ImportReport rehearsal = imported(content, ImportMode.ALL_OR_NOTHING, true);
        assertEquals(List.of(9, 7, 2, 0), counts(rehearsal), "region and city were typed before");
        assertEquals(List.of(), found("W мира 1"));
        ImportReport report = imported(content, ImportMode.ALL_OR_NOTHING, false);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(counts(rehearsal), counts(report));
        assertEquals(
                List.of("Wская обл., г. W, ул. Мира, 1", "Wская обл., г. W, ул. Мира, 1 к. 2 стр. 3"),
                found("W ул мира 1"));
        assertEquals(List.of("Wская обл., г. W, п. Боровое, зд. 7А"), found("W боровое 7а"));
        assertEquals(List.of(), found("W мира 99"), "a garage");
        Place city = tree.places.get(tree.city.id());
        assertEquals(base + 3, city.garId());
        assertEquals(guid(3), city.garGuid());
        assertEquals(List.of(9, 0, 9, 0), counts(imported(content, ImportMode.ALL_OR_NOTHING, false)));
    }

    @Test
    void whatWasTypedIsTheSamePlaceAlsoWithoutItsType() throws IOException {
        Place typed = tree.add(tree.city, PlaceKind.STREET, "Новая");
        Place doubtful = tree.add(tree.city, PlaceKind.STREET, "Мира");
        Place house = tree.house(typed, "д. 3");
        ImportReport report = town().object(7, 3, 8, "ул", "Новая")
                .house(10, 7, "HOUSENUM=\"3\" HOUSETYPE=\"2\"")
                .imported();
        assertEquals(List.of(7, 3, 4, 0), counts(report));
        assertEquals("ул. Новая", tree.places.get(typed.id()).title());
        assertEquals(base + 7, tree.places.get(typed.id()).garId());
        assertEquals(base + 10, tree.places.get(house.id()).garId());
        assertEquals(null, tree.places.get(doubtful.id()).garId(), "a street and a lane have that name");
    }

    @Test
    void aStreetThatWasRenamedKeepsItsHouses() throws IOException {
        town().house(10, 4, "HOUSENUM=\"1\" HOUSETYPE=\"2\"").imported();
        ImportReport report = object(3, 0, 5, "г", "W")
                .object(4, 3, 8, "ул", "Мира", 0, 0)
                .object(4, 3, 8, "пр-кт", "Победы")
                .imported();
        assertEquals(List.of(2, 1, 1, 0), counts(report));
        assertEquals(List.of("Wская обл., г. W, пр-т Победы, 1"), found("W победы 1"));
        assertEquals(List.of("Wская обл., г. W, пер. Мира"), found("W мира"));
    }

    @Test
    void whatLiesNowhereIsRefusedByItsNumber() throws IOException {
        town().object(30, 31, 8, "ул", "Ничья").house(32, 30, "HOUSENUM=\"1\" HOUSETYPE=\"2\"");
        byte[] content = zip();
        ImportReport whole = imported(content, ImportMode.ALL_OR_NOTHING, false);
        assertEquals(ImportStatus.REFUSED, whole.status());
        assertEquals(
                List.of(
                        "6 OBJECTID " + (base + 30) + " address.gar.nowhere",
                        "7 OBJECTID " + (base + 32) + " address.gar.nowhere"),
                refusals(whole));
        assertEquals(List.of(), found("W боровое"));
        ImportReport good = imported(content, ImportMode.GOOD_ROWS, false);
        assertEquals(List.of(7, 3, 2, 2), counts(good));
        assertEquals(List.of("Wская обл., г. W, п. Боровое"), found("W боровое"));
    }

    @Test
    void aCircleEnds() throws IOException {
        ImportReport report =
                object(1, 2, 8, "ул", "Первая").link(2, 3).link(3, 2).imported();
        assertEquals(List.of(1, 0, 0, 1), counts(report));
    }

    @Test
    void whatIsNoRegisterIsRefused() throws IOException {
        assertEquals(List.of("1  address.gar.none"), refusals(imported()));
        files.put("HOUSES", new StringBuilder("<HOUSE OBJECTID=\"x\"/>"));
        assertEquals(List.of("1 AS_HOUSES address.gar.xml"), refusals(imported()));
        files.put("ADDR_OBJ", new StringBuilder("<!DOCTYPE x [<!ENTITY a \"b\">]>"));
        ImportReport dtd = imported();
        assertEquals(ImportStatus.REFUSED, dtd.status());
        assertTrue(
                refusals(dtd).get(0).endsWith("address.gar.xml"), refusals(dtd).toString());
    }
}

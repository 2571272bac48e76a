package uplink.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceQuery;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportQueue;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.SystemTime;
import uplink.testing.Boundaries;

/** Files of places, by the queue that brings customers. */
class PlaceFilesTest {

    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 11, 16));
    private final Tree tree = new Tree(boundaries);
    private final Imports imports = boundaries.get(Imports.class);

    @AfterEach
    void close() throws Exception {
        boundaries.close();
    }

    private ImportReport imported(byte[] content, ImportMode mode, boolean dryRun) {
        NewImport file = new NewImport(ImportKind.PLACES, "places.csv", content, mode, dryRun);
        UUID id = tree.call(() -> imports.start(file)).id();
        boundaries.run(() -> boundaries.get(ImportQueue.class).run(SystemTime.now()));
        return imports.get(id);
    }

    private ImportReport imported(String text) {
        return imported(
                text.replace("W", tree.word).getBytes(StandardCharsets.UTF_8), ImportMode.ALL_OR_NOTHING, false);
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

    private static final String FILE =
            """
            Регион;Город;Населённый пункт;Улица;Дом
            Wская обл.;г. W;;ул. Мира;1
            Wская обл.;W;;Мира улица;д. 1
            Wская обл.;W;;Мира;1 к. 2
            Wская обл.;W;п. Боровое;;7А
            Wская обл.;село Дальнее;;;3
            """;

    @Test
    void aFileIsTakenOverOnceInAnyEncoding() {
        ImportReport report = imported(FILE);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(ImportKind.PLACES, report.kind());
        assertEquals(List.of(5, 4, 1, 0), counts(report), "house 1 is there twice");
        assertEquals(List.of("Wская обл., г. W, ул. Мира, 1", "Wская обл., г. W, ул. Мира, 1 к. 2"), found("W мира 1"));
        assertEquals(List.of("Wская обл., г. W, п. Боровое, 7А"), found("W боровое 7а"));
        assertEquals(List.of("Wская обл., с. Дальнее, 3"), found("Wская дальнее 3"));
        byte[] again = FILE.replace("W", tree.word).replace(';', '\t').getBytes(Charset.forName("windows-1251"));
        assertEquals(List.of(5, 0, 5, 0), counts(imported(again, ImportMode.ALL_OR_NOTHING, false)));
    }

    @Test
    void aRehearsalCountsAndLeavesNothing() {
        byte[] content = FILE.replace("W", tree.word).getBytes(StandardCharsets.UTF_8);
        ImportReport report = imported(content, ImportMode.ALL_OR_NOTHING, true);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(List.of(5, 4, 1, 0), counts(report));
        assertEquals(List.of(), found("W мира 1"));
        assertEquals(List.of(), names());
        assertEquals(List.of(5, 4, 1, 0), counts(imported(content, ImportMode.ALL_OR_NOTHING, false)));
    }

    private List<String> names() {
        return tree.places.list(new PlaceQuery(tree.city.id(), null, null, true, 0, 50)).stream()
                .map(Place::name)
                .toList();
    }

    @Test
    void whatIsRefusedIsToldByLineAndReason() {
        tree.street("ул. Мира");
        tree.street("пер. Мира");
        String file =
                """
                region,city,street,house
                Wская обл.,W,Новая,1
                Wская обл.,W,Мира,1
                ,,Мира,1
                ,,,
                Wская обл.,W,—,1
                Wская обл.,W,Новая
                """;
        List<String> expected = List.of(
                "3 street address.import.doubtful",
                "4 street address.place.parent-needed",
                "5  address.import.nothing",
                "6 street address.place.name",
                "7  customer.import.width");
        ImportReport all = imported(file);
        assertEquals(ImportStatus.REFUSED, all.status());
        assertEquals(List.of(6, 0), counts(all).subList(0, 2));
        assertEquals(expected, refusals(all));
        assertEquals(List.of(), found("W новая"), "all or nothing");
        ImportReport good =
                imported(file.replace("W", tree.word).getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS, false);
        assertEquals(List.of(6, 1, 0, 5), counts(good));
        assertEquals(List.of("Wская обл., г. W, Новая, 1"), found("W новая 1"));
        assertEquals(
                List.of("1 colour customer.import.unknown-column"),
                refusals(imported("region,colour\nWская обл.,red\n")));
    }
}

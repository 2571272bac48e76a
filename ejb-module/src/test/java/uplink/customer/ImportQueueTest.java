package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.ImportMarks;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.ImportWork;
import uplink.customer.control.ImportBook;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Imports that wait, are stopped, left behind, or worked on elsewhere. */
class ImportQueueTest extends ImportCases {

    @Test
    void theListGoesOnAsFarAsThereAreImports() {
        long before = imports.count();
        ImportReport older = imported("%s\nПервая;L1-%s;2025-01-01\n".formatted(HEADER.replace(',', ';'), mark));
        ImportReport newer = imported("%s\nВторая;L2-%s;2025-01-01\n".formatted(HEADER.replace(',', ';'), mark));
        assertEquals(before + 2, imports.count());
        assertEquals(newer.id(), imports.list(0, 1).get(0).id());
        assertEquals(older.id(), imports.list(1, 1).get(0).id());
        assertEquals(List.of(), imports.list((int) before + 2, 20));
    }

    @Test
    void anImportIsStoppedBeforeItWrites() {
        UUID id = start("%s\nИванов,N-%s,2026-01-01".formatted(HEADER, mark).getBytes(StandardCharsets.UTF_8));
        ImportMarks marks = desk.boundaries.get(ImportMarks.class);
        assertTrue(desk.boundaries.call(() -> marks.begin(id)));
        assertEquals(
                ImportStatus.STOPPING,
                desk.boundaries.call(() -> imports.stop(id)).status());
        work();
        assertEquals(ImportStatus.STOPPED, imports.get(id).status());
        assertEquals(0, found("N-" + mark).size());
        BusinessException refusal =
                assertThrows(BusinessException.class, () -> desk.boundaries.run(() -> imports.stop(id)));
        assertEquals(ProblemType.INVALID_STATE, refusal.type());
    }

    @Test
    void whatADeadServerLeftIsBegunAgain() {
        UUID id = start("%s\nИванов,P-%s,2026-01-01".formatted(HEADER, mark).getBytes(StandardCharsets.UTF_8));
        desk.boundaries.run(() -> desk.boundaries.get(ImportMarks.class).begin(id));
        work();
        assertEquals(ImportStatus.COMPLETED, imports.get(id).status());
        assertEquals(1, found("P-" + mark).size());
    }

    @Test
    void theSameFileIsNotQueuedTwiceAtOnce() {
        byte[] file = "%s\nИванов,Q-%s,2026-01-01".formatted(HEADER, mark).getBytes(StandardCharsets.UTF_8);
        start(file);
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(BusinessException.class, () -> start(file)).type());
        work();
    }

    @Test
    void anImportThatAnotherNodeIsStillAtIsLeftAlone() throws Exception {
        UUID id = start((HEADER + "\nSlow,SL-%s,2026-01-01\n").formatted(mark).getBytes(StandardCharsets.UTF_8));
        ImportMarks marks = desk.boundaries.get(ImportMarks.class);
        assertTrue(marks.begin(id));
        try (Desk other = new Desk(TODAY)) {
            other.boundaries.run(() -> {
                assertTrue(new ImportBook(other.boundaries.database()).take(id));
                work();
            });
        }
        assertEquals(ImportStatus.RUNNING, imports.get(id).status(), "neither begun again nor failed");
        assertEquals(List.of(), found("SL-" + mark));
        work();
        assertEquals(ImportStatus.COMPLETED, imports.get(id).status());
    }

    @Test
    void whatIsCompletedDoesNotFailAfterwards() {
        ImportReport report = imported(HEADER + "\nDone,DN-%s,2026-01-01\n".formatted(mark));
        desk.boundaries.get(ImportMarks.class).fail(report.id(), "duplicate key");
        assertEquals(ImportStatus.COMPLETED, imports.get(report.id()).status());
        desk.boundaries.run(() -> desk.boundaries.get(ImportWork.class).run(report.id()));
        assertEquals(report, imports.get(report.id()));
    }
}

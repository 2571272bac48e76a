package uplink.document.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** The files of a run's invoices. */
class DocumentPackagesTest {

    private final Provider provider = new Provider();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
    private final DocumentPackages packages = boundaries.get(DocumentPackages.class);
    private final PackageWork work = boundaries.get(PackageWork.class);
    private final UUID run = run("commit", "completed");

    @AfterEach
    void close() throws SQLException {
        provider.sql.update(
                "update document_packages set status = 'stopped' where status in ('queued', 'running', 'stopping')");
        boundaries.close();
    }

    private UUID run(String mode, String status) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into bill_runs (id, mode, target_date, issued_on, status, currency, created_at)
                values (?, ?, '2026-12-01', '2026-12-01', ?, 'RUB', now())""",
                id,
                mode,
                status);
        return id;
    }

    /** Of somebody in that house. */
    private UUID invoice(String house, String flat) {
        UUID customer = provider.customer();
        UUID address = Ids.next();
        provider.sql.update(
                """
                insert into addresses (id, customer_id, city, street, house, flat) values (?, ?, 'Москва', 'Мясницкая', ?, ?)""",
                address,
                customer,
                house,
                flat);
        provider.sql.update(
                """
                insert into contracts (id, customer_id, address_id, number, signed_on, created_at, updated_at)
                select ?, id, ?, contract_number, '2026-11-01', now(), now() from customers where id = ?""",
                Ids.next(),
                address,
                customer);
        UUID invoice = Papers.invoice(provider.sql, customer, LocalDate.of(2026, 11, 1), "650.00");
        provider.sql.update("update invoices set run_id = ? where id = ?", run, invoice);
        return invoice;
    }

    private DocumentPackage order() {
        return boundaries.call(() -> packages.order(run, new PackageOrder(null)));
    }

    private void work() {
        boundaries.get(PackageJob.class).run(Instant.now());
    }

    private long made() {
        return provider.sql.number(
                "select count(*) from documents d join invoices i on i.id = d.subject_id where i.run_id = ?", run);
    }

    private List<String> zip(UUID id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packages.getZip(id, out);
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertTrue(
                        new String(in.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII).startsWith("%PDF-"));
            }
        }
        return names;
    }

    private static String inName(UUID invoice) {
        return Papers.number(invoice).substring(2);
    }

    @Test
    void whatIsMissingIsMadeAndHandedOutAsAPostmanWalks() throws IOException {
        UUID ten = invoice("10", "1");
        UUID two = invoice("2", "15");
        UUID twoToo = invoice("2", "9");
        UUID letter = invoice("2А", "1");
        boundaries.get(Documents.class).ofInvoice(ten, java.util.Locale.forLanguageTag("ru"));
        DocumentPackage ordered = order();
        assertEquals(PackageStatus.QUEUED, ordered.status());
        assertEquals(ordered.id(), order().id(), "once for each language");
        work();
        DocumentPackage done = packages.get(ordered.id());
        assertEquals(PackageStatus.COMPLETED, done.status());
        assertEquals(4, done.total());
        assertEquals(4, done.done());
        assertEquals(4, made());
        assertEquals(
                List.of(twoToo, two, letter, ten).stream()
                        .map(DocumentPackagesTest::inName)
                        .toList(),
                zip(done.id()).stream()
                        .map(name -> name.replaceAll(".*-([0-9a-f]{12})-ru\\.pdf", "$1"))
                        .toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packages.getPages(done.id(), out);
        String text = Papers.text(out.toByteArray());
        assertTrue(text.indexOf(Papers.number(twoToo)) < text.indexOf(Papers.number(ten)), text);
    }

    @Test
    void whatADeadServerHasMadeIsNotMadeAgainAndTheRestIs() {
        UUID first = invoice("1", "1");
        invoice("1", "2");
        UUID id = order().id();
        work.begin(id);
        boundaries.get(Documents.class).ofInvoice(first, java.util.Locale.forLanguageTag("ru"));
        assertEquals(0, packages.get(id).done(), "that it was made had not been written down");
        work();
        assertEquals(2, packages.get(id).done());
        assertEquals(2, made());
    }

    @Test
    void itStopsAndGoesOn() {
        invoice("1", "1");
        UUID id = order().id();
        work.begin(id);
        assertEquals(PackageStatus.STOPPING, packages.stop(id).status());
        work();
        assertEquals(PackageStatus.STOPPED, packages.get(id).status());
        assertEquals(0, made());
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> packages.stop(id)));
        boundaries.call(() -> packages.resume(id));
        work();
        assertEquals(PackageStatus.COMPLETED, packages.get(id).status());
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> packages.resume(id)));
    }

    @Test
    void oneThatCannotBeMadeDoesNotKeepTheOthersFromIt() {
        UUID bad = invoice("1", "1");
        invoice("1", "2");
        provider.sql.update("update invoices set items = '[{}]' where id = ?", bad);
        UUID id = order().id();
        work();
        assertEquals(1, packages.get(id).failed());
        assertEquals(1, packages.get(id).done());
        provider.sql.update("update invoices set items = '[]' where id = ?", bad);
        boundaries.call(() -> packages.resume(id));
        work();
        assertEquals(0, packages.get(id).failed());
        assertEquals(2, packages.get(id).done());
    }

    @Test
    void onlyACommittedRunThatIsOverHasFiles() {
        for (UUID other : List.of(run("preview", "completed"), run("commit", "stopped"))) {
            assertEquals(ProblemType.INVALID_STATE, refusal(() -> packages.order(other, new PackageOrder("ru"))));
        }
        assertEquals(ProblemType.VALIDATION, refusal(() -> packages.order(run, new PackageOrder("fr"))));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> packages.order(UUID.randomUUID(), new PackageOrder("ru"))));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> packages.get(UUID.randomUUID())));
    }

    private static ProblemType refusal(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }
}

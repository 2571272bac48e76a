package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.FoundCustomer;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportQueue;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.SystemTime;
import uplink.testing.Desk;

/** A provider into which files are imported. */
abstract class ImportCases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final String HEADER = "full_name,contract_number,signed_on";

    final Desk desk = new Desk(TODAY);
    final Imports imports = desk.boundaries.get(Imports.class);
    final String tariff = desk.tariff("500.00").code();
    final String mark = Ids.next().toString().substring(19);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    void refused(String day, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> desk.boundaries.run(work));
        assertEquals(ProblemType.INVALID_TIMELINE, refusal.type());
        assertEquals(List.of(LocalDate.parse(day)), refusal.detail().arguments());
        assertNotEquals(refusal.detail().key(), refusal.detail().in(Locale.ENGLISH));
    }

    ImportReport imported(String text) {
        return imported(text.getBytes(StandardCharsets.UTF_8), ImportMode.ALL_OR_NOTHING, false);
    }

    ImportReport imported(byte[] content, ImportMode mode, boolean dryRun) {
        UUID id = desk.boundaries
                .call(() -> imports.start(new NewImport("customers.csv", content, mode, dryRun)))
                .id();
        work();
        return imports.get(id);
    }

    UUID start(byte[] content) {
        return desk.boundaries
                .call(() -> imports.start(new NewImport("customers.csv", content, ImportMode.ALL_OR_NOTHING, false)))
                .id();
    }

    void work() {
        desk.boundaries.run(() -> desk.boundaries.get(ImportQueue.class).run(SystemTime.now()));
    }

    static List<Integer> counts(ImportReport report) {
        return List.of(report.total(), report.added(), report.unchanged(), report.refused());
    }

    List<String> refusals(ImportReport report) {
        return imports.refusals(report.id(), 0, 100).stream()
                .map(r -> r.line() + " " + r.column() + " " + r.reason())
                .toList();
    }

    List<FoundCustomer> found(String number) {
        return desk.customers.search(number, 10);
    }

    CustomerDetail customer(String number) {
        FoundCustomer found = found(number).get(0);
        CustomerDetail customer = desk.boundaries.call(() -> desk.customers.get(found.id()));
        assertEquals(CustomerKind.PERSON, customer.kind());
        return customer;
    }
}

package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.address.boundary.PlaceFileOutcome;
import uplink.address.boundary.PlaceFiles;
import uplink.customer.control.CustomerImport;
import uplink.customer.control.ImportBook;
import uplink.customer.control.ImportTakers;
import uplink.customer.control.Refusal;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/** Does an import: everything it writes, and that it is done, in one transaction. */
@Stateless
@Allowed(Permission.SYSTEM)
public class ImportWork {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private ImportMarks marks;

    @Inject
    private PlaceFiles files;

    @Inject
    private ImportTakers takers;

    /** Works on an import that has begun; does nothing when it has ended or is in other hands. */
    public void run(UUID id) {
        ImportBook book = new ImportBook(database);
        if (!book.take(id)) {
            return;
        }
        CustomerImport.Order order = book.order(id, clock.today(), clock.instant());
        CustomerImport.Outcome outcome =
                switch (order.kind()) {
                    case PLACES -> kept(id, places(order), book);
                    case CUSTOMERS ->
                        Sql.in(database)
                                .with(connection ->
                                        new CustomerImport(connection, order, rows -> marks.progress(id, rows)).run());
                    default -> kept(id, taken(order), book);
                };
        book.end(id, outcome, clock.instant());
        if (order.by() != null && outcome.added() > 0 && !order.dryRun()) {
            Trail.note(Sql.in(database), order.by(), written(id, outcome));
        }
    }

    private FileOutcome places(CustomerImport.Order order) {
        PlaceFileOutcome outcome = files.take(
                order.content(),
                order.explained(),
                order.mode() == ImportMode.ALL_OR_NOTHING,
                order.dryRun(),
                rows -> marks.progress(order.id(), rows));
        return new FileOutcome(
                outcome.stopped(),
                outcome.written(),
                outcome.total(),
                outcome.added(),
                outcome.unchanged(),
                outcome.refused(),
                outcome.refusals().stream()
                        .map(bad -> new ImportRefusal(
                                bad.line(), bad.column(), bad.reason().key(), bad.reason()))
                        .toList());
    }

    private FileOutcome taken(CustomerImport.Order order) {
        ImportFile file = new ImportFile(
                order.id(),
                order.content(),
                order.explained(),
                order.mode() == ImportMode.ALL_OR_NOTHING,
                order.dryRun(),
                order.today(),
                order.at(),
                order.by());
        return takers.of(order.kind())
                .orElseThrow(() -> new IllegalStateException("nobody takes files of " + order.kind()))
                .take(file, rows -> marks.progress(order.id(), rows));
    }

    private static CustomerImport.Outcome kept(UUID id, FileOutcome outcome, ImportBook book) {
        book.refuse(
                id,
                outcome.refusals().stream()
                        .map(bad -> new Refusal(bad.line(), bad.column(), bad.message(), null))
                        .toList());
        ImportStatus status = outcome.stopped()
                ? ImportStatus.STOPPED
                : outcome.written() ? ImportStatus.COMPLETED : ImportStatus.REFUSED;
        return new CustomerImport.Outcome(
                status, outcome.total(), outcome.added(), outcome.unchanged(), outcome.refused());
    }

    /** One row of the audit trail for all that the file has brought; who started it did it. */
    private static Trail.Note written(UUID id, CustomerImport.Outcome outcome) {
        Map<String, Object> counts = Map.of(
                "status", outcome.status().code(),
                "total", outcome.total(),
                "added", outcome.added(),
                "unchanged", outcome.unchanged(),
                "refused", outcome.refused());
        return new Trail.Note("import.write", "import", id.toString(), counts);
    }
}

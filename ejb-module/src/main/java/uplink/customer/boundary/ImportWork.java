package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.CustomerImport;
import uplink.customer.control.ImportBook;
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

    /** Works on an import that has begun; does nothing when it has ended or is in other hands. */
    public void run(UUID id) {
        ImportBook book = new ImportBook(database);
        if (!book.take(id)) {
            return;
        }
        CustomerImport.Order order = book.order(id, clock.today(), clock.instant());
        CustomerImport.Outcome outcome = Sql.in(database)
                .with(connection -> new CustomerImport(connection, order, rows -> marks.progress(id, rows)).run());
        book.end(id, outcome, clock.instant());
        if (order.by() != null && outcome.added() > 0 && !order.dryRun()) {
            Trail.note(Sql.in(database), order.by(), written(id, outcome));
        }
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

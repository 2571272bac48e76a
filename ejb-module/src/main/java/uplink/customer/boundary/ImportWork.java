package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.CustomerImport;
import uplink.customer.control.ImportBook;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;

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
    }
}

package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.ImportBook;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;

/** Says where an import stands, in transactions of its own: visible while the import's is still open. */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportMarks {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** The imports that wait, and those that a server left behind, oldest first. */
    public List<UUID> waiting() {
        return book().waiting();
    }

    /** Tells whether it is to begin: it may have been stopped while it waited. */
    public boolean begin(UUID id) {
        return book().begin(id, clock.instant());
    }

    /** Tells whether it is to go on. */
    public boolean progress(UUID id, int rows) {
        return book().progress(id, rows);
    }

    /** Nothing was written. */
    public void fail(UUID id, String why) {
        book().fail(id, why, clock.instant());
    }

    private ImportBook book() {
        return new ImportBook(database);
    }
}

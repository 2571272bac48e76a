package uplink.billing.statement.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.statement.control.FileRows;
import uplink.billing.statement.control.Intake;
import uplink.billing.statement.control.Read;
import uplink.billing.statement.control.StatementFile;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Files of banks. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class BankStatements {

    /** The largest file, in bytes. */
    public static final int LARGEST = 8 << 20;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Takes a file in, all of it or nothing: what no file before had is posted, and matched where nothing is in doubt.
     * Refusals: {@code validation} with the lines that are wrong, also when its totals do not lead from its opening to
     * its closing balance; {@code too-large}.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public BankFile upload(String fileName, byte[] content) {
        Validation validation = new Validation();
        String name = validation.text("fileName", fileName, 255);
        validation.check(content.length <= LARGEST, "file", Text.of("statement.too-large", LARGEST >> 20));
        validation.done();
        Caller uploader = Callers.current();
        Read read = StatementFile.read(content, Settings.currency());
        Intake intake = new Intake(Sql.in(database), uploader.userId(), clock.today(), clock.instant());
        // the upload is one deed of the trail, not each of its thousands of rows
        UUID file = Callers.as(Caller.system("bank-statements"), () -> intake.take(name, content, read));
        outbox.wakeRelay();
        return get(file);
    }

    /** Refusals: {@code not-found}. */
    public BankFile get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** What a file says of its accounts; {@code not-found}. */
    public List<BankStatement> listStatements(UUID file) {
        get(file);
        return rows().statements(file);
    }

    /** Newest first. */
    public Page<BankFile> page(PageRequest page) {
        return Page.of(rows().before(page.before(), page.limit() + 1), page.limit(), file -> file.id()
                .toString());
    }

    /** A slice for the console, newest first. */
    public List<BankFile> list(int first, int size) {
        return rows().list(first, size);
    }

    public long count() {
        return rows().count();
    }

    private FileRows rows() {
        return new FileRows(Sql.in(database));
    }
}

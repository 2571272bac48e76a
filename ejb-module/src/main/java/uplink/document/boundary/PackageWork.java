package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.document.control.PackageRows;
import uplink.document.control.PaperDesk;
import uplink.document.control.StaffBooks;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.FaultPoint;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** The steps of a package: some files at a time, so that it stops soon when it is asked to and loses little when a server dies. */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackageWork {

    private static final Logger LOG = Logger.getLogger(PackageWork.class.getName());
    private static final int AT_ONCE = 20;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private StaffBooks books;

    @Inject
    private ProviderRequisites requisites;

    @Inject
    private BusinessClock clock;

    public List<UUID> open() {
        return rows().open();
    }

    public void begin(UUID id) {
        rows().begin(id);
    }

    /** Makes the next files; tells whether there may be more to do. */
    public boolean goOn(UUID id) {
        List<PackageRows.Item> next = rows().next(id, AT_ONCE);
        if (next.isEmpty()) {
            rows().end(id, null, clock.instant());
            return false;
        }
        Locale language = Locale.forLanguageTag(rows().find(id).orElseThrow().language());
        long began = SystemTime.now().toEpochMilli();
        int failed = 0;
        for (PackageRows.Item item : next) {
            if (!item.made() && !make(item.invoice(), language)) {
                failed++;
            }
        }
        FaultPoint.at("package-files-made");
        int position = next.get(next.size() - 1).position();
        rows().reached(id, position, failed, SystemTime.now().toEpochMilli() - began);
        return true;
    }

    /** One that cannot be printed does not keep the others from it. Whoever asks for one paper goes before: then it is tried again. */
    private boolean make(UUID invoice, Locale language) {
        PaperDesk desk =
                new PaperDesk(Sql.in(database), books, requisites.findPublic().orElse(null), clock.instant());
        while (true) {
            try {
                desk.invoice(invoice, language);
                return true;
            } catch (BusinessException e) {
                if (e.type() != ProblemType.UNAVAILABLE) {
                    return failed(invoice, e);
                }
            } catch (RuntimeException e) {
                return failed(invoice, e);
            }
        }
    }

    private static boolean failed(UUID invoice, RuntimeException why) {
        LOG.log(Level.WARNING, Incident.of(why) + ": no file of invoice " + invoice, why);
        return false;
    }

    private PackageRows rows() {
        return new PackageRows(Sql.in(database));
    }
}

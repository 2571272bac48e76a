package uplink.audit.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.audit.control.AuditRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** What people and integrations changed, newest first. The rows are written by the database itself (ADR 12). */
@Stateless
@Allowed(Permission.AUDIT_READ)
public class AuditTrail {

    /** Counting stops here: nobody turns that many pages. */
    public static final int COUNTED = 10_000;

    private static final int LARGEST_SLICE = 1000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** A page for the API. */
    public Page<AuditRow> page(AuditQuery query, PageRequest page) {
        return Page.of(rows().before(query, page.before(), page.limit() + 1), page.limit(), row -> row.id()
                .toString());
    }

    /** A slice for the console: at most 1000 after the first {@code first}. */
    public List<AuditRow> list(AuditQuery query, int first, int size) {
        return rows().slice(query, Math.max(0, first), Math.max(1, Math.min(size, LARGEST_SLICE)));
    }

    /** How many the query finds; {@value #COUNTED} for that many and more. */
    public long count(AuditQuery query) {
        return rows().count(query, COUNTED);
    }

    /**
     * What people and integrations did about one payment, oldest first, at most a hundred times. Who may read payments may
     * read who had to do with them.
     *
     * @param refunds those of the payment
     */
    @Allowed({Permission.AUDIT_READ, Permission.PAYMENT_READ})
    public List<AuditRow> ofPayment(UUID payment, List<UUID> refunds) {
        return rows().ofPayment(payment, refunds);
    }

    /** Refusals: {@code not-found}. */
    public AuditEntry get(UUID id) {
        return rows().entry(id).orElseThrow(BusinessException::notFound);
    }

    /** At most a thousand entries in full that are older than {@code before}; for exports, which ask again until none is left. */
    public List<AuditEntry> entries(AuditQuery query, @Nullable UUID before) {
        return rows().entries(query, before, LARGEST_SLICE);
    }

    /** The actions that were recorded so far, sorted. */
    public List<String> actions() {
        return rows().actions();
    }

    /** What the trail tells of, sorted. */
    public List<String> kinds() {
        return rows().kinds();
    }

    private AuditRows rows() {
        return new AuditRows(Sql.in(database), clock.getZone());
    }
}

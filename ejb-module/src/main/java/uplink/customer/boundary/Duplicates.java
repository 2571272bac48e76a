package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.DuplicateRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.jobs.JobWanted;

/**
 * Customers who may be one and the same: suggested by a tax number, a document of identity, a telephone, an e-mail, or name
 * and home that they share. Who says that two are not the same is not asked about them again.
 */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Duplicates {

    private static final int MOST = 10;
    private static final int LONGEST = 300;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<JobWanted> wanted;

    /** The strongest first; {@code size} of them (1 to 101) after the first {@code first}. */
    public List<Duplicate> list(DuplicateQuery query, int first, int size) {
        return rows().list(query, Math.max(0, first), Math.max(1, Math.min(size, 101)));
    }

    public long count(DuplicateQuery query) {
        return rows().count(query);
    }

    /** With whom a customer may be the same, the strongest first, at most ten. */
    public List<Duplicate> of(UUID customer) {
        return rows().of(customer, MOST);
    }

    /** Refusals: {@code not-found}. */
    public Duplicate get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** They are not the same. Refusals: {@code not-found}, {@code validation}, {@code invalid-state} when that is known. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Duplicate dismiss(UUID id, Dismissal dismissal) {
        get(id);
        Validation validation = new Validation();
        String why = validation.optionalWords("why", dismissal.why(), LONGEST);
        validation.done();
        if (!rows().dismiss(id, why, Callers.current().userId(), clock.instant())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.duplicate.dismissed"));
        }
        return get(id);
    }

    /** They may be the same after all. Refusals: {@code not-found}, {@code invalid-state} when nobody has said otherwise. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Duplicate reopen(UUID id) {
        get(id);
        if (!rows().reopen(id)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.duplicate.open"));
        }
        return get(id);
    }

    /** Looks through all customers after the answer, rather than at night. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public void lookNow() {
        wanted.fire(new JobWanted(DuplicateSearch.NAME));
    }

    /** The night's work. */
    @Allowed(Permission.SYSTEM)
    public void refresh() {
        rows().find(clock.instant());
    }

    private DuplicateRows rows() {
        return new DuplicateRows(Sql.in(database));
    }
}

package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.run.control.QuarantineList;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Customers that could not be billed: why, and a second try. */
@Stateless
@Allowed(Permission.BILLING_RUN)
public class Quarantine {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BillRuns runs;

    /** Who waits, newest first. */
    public Page<QuarantineEntry> page(PageRequest page) {
        return Page.of(rows().openBefore(page.before(), page.limit() + 1), page.limit(), entry -> entry.id()
                .toString());
    }

    /** A slice for the console. */
    public List<QuarantineEntry> list(QuarantineQuery query) {
        return rows().list(query);
    }

    /** How many entries the query has in all. */
    public long count(QuarantineQuery query) {
        return rows().count(query);
    }

    /**
     * Tries once more to bill the customer: a run for this one customer. The entry is resolved when it succeeds. {@code not-found}; {@code invalid-state} when it is resolved already.
     */
    public BillRun retry(UUID id) {
        QuarantineEntry entry = rows().one(id).orElseThrow(BusinessException::notFound);
        if (entry.resolvedAt() != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("run.quarantine-resolved"));
        }
        return runs.startFor(entry.customerId(), entry.runId());
    }

    private QuarantineList rows() {
        return new QuarantineList(Sql.in(database));
    }
}

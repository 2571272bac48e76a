package uplink.billing.fiscal.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.control.FiscalRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.jobs.JobWanted;

/** Fiscal receipts, for staff. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class FiscalReceipts {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Event<JobWanted> jobs;

    /** A slice for the console. */
    public List<FiscalReceipt> list(FiscalQuery query) {
        return rows().list(query);
    }

    /** How many receipts the query has in all. */
    public long count(FiscalQuery query) {
        return rows().count(query);
    }

    /** Newest first; of one status when one is asked for. */
    public Page<FiscalReceipt> page(@Nullable FiscalStatus status, PageRequest page) {
        return Page.of(rows().before(status, page.before(), page.limit() + 1), page.limit(), receipt -> receipt.id()
                .toString());
    }

    /** Refusals: {@code not-found}. */
    public FiscalReceipt get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Receipts of a payment, oldest first. */
    public List<FiscalReceipt> ofPayment(UUID payment) {
        return rows().ofPayment(payment);
    }

    /**
     * Sends a failed receipt once more, as a new one for the service, which keeps the failed one for ever. Refusals: {@code
     * not-found}, {@code invalid-state}.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public FiscalReceipt retry(UUID id) {
        get(id);
        if (!rows().retry(id)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("fiscal.not-failed"));
        }
        jobs.fire(new JobWanted(FiscalJob.NAME));
        return get(id);
    }

    private FiscalRows rows() {
        return new FiscalRows(Sql.in(database));
    }
}

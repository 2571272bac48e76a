package uplink.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.analytics.boundary.Attention;
import uplink.analytics.boundary.DayFigure;
import uplink.analytics.boundary.Figures;
import uplink.analytics.boundary.Today;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.billing.run.boundary.RunQuery;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.Customers;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** The first page: what happened today, what waits for a person, how the last runs went. */
@Named
@RequestScoped
public class Dashboard {

    private static final int FEW = 5;

    @Inject
    private Figures figures;

    @Inject
    private BillRuns runs;

    @Inject
    private Customers customers;

    private @Nullable Today today;
    private @Nullable List<BillRun> lastRuns;
    private @Nullable List<CustomerRow> debtors;

    public Today getToday() {
        if (today == null) {
            today = figures.today();
        }
        return today;
    }

    /** Today's figure by its code, for example {@code invoices}. */
    public DayFigure figure(String code) {
        return getToday().figures().stream()
                .filter(f -> f.figure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Only for those who may see runs: the page shows nobody else that there are none. */
    public List<BillRun> getLastRuns() {
        if (lastRuns == null) {
            lastRuns = runs.list(new RunQuery(null, null, false, 0, FEW));
        }
        return lastRuns;
    }

    /** The customers who owe most. */
    public List<CustomerRow> getDebtors() {
        if (debtors == null) {
            debtors = Callers.current().may(Permission.CUSTOMER_READ)
                    ? customers.list(
                            new CustomerQuery(null, null, null, null, true, CustomerQuery.Sort.BALANCE, true, 0, FEW))
                    : List.of();
        }
        return debtors;
    }

    /** Where to go about it: an address of this console; empty when there is nothing to do here. */
    public String view(Attention attention) {
        return switch (attention.kind()) {
            case QUARANTINE -> "/quarantine";
            case FAILED_RUNS -> "/bill-runs";
            case REFUNDS_CAME_BACK -> Callers.current().may(Permission.PAYMENT_READ) ? "/payments" : "";
            case DEAD_LETTERS -> Callers.current().may(Permission.EVENT_ADMIN) ? "/dead-letters" : "";
            default -> "";
        };
    }
}

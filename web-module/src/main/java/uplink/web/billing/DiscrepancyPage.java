package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.billing.reconciliation.boundary.Correcting;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.reconciliation.boundary.Explanation;
import uplink.billing.reconciliation.boundary.Reconciliations;
import uplink.billing.reconciliation.boundary.TakeOver;
import uplink.billing.reconciliation.boundary.TakingOver;
import uplink.web.shell.Go;

/** One discrepancy: both sides of it, and what is done about it. */
@Named
@ViewScoped
public class DiscrepancyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private TakingOver takingOver;

    @Inject
    private Correcting correcting;

    private @Nullable String id;
    private @Nullable String contract;
    private @Nullable String reason;
    private transient @Nullable Discrepancy discrepancy;

    public void load() {
        getDiscrepancy();
    }

    public Discrepancy getDiscrepancy() {
        if (discrepancy == null) {
            discrepancy = reconciliations.get(Go.id(id));
        }
        return discrepancy;
    }

    public boolean isOpen() {
        return getDiscrepancy().status() == DiscrepancyStatus.OPEN;
    }

    public boolean isToBeTakenOver() {
        return isOpen() && getDiscrepancy().ours() == null;
    }

    /** Whether a correction of the books would make both agree. */
    public boolean isToBeCorrected() {
        return isOpen() && getDiscrepancy().ours() != null;
    }

    public void takeOver() {
        takingOver.takeOver(Go.id(id), new TakeOver(contract));
        Go.to("/discrepancy?id=" + id, "reconciliation.taken-over");
    }

    public void explain() {
        reconciliations.explain(Go.id(id), new Explanation(Go.given(reason)));
        Go.to("/discrepancy?id=" + id, "reconciliation.explained");
    }

    public void request() {
        boolean waits =
                correcting.request(Go.id(id), new Explanation(Go.given(reason))).approvalId() != null;
        Go.to("/discrepancy?id=" + id, waits ? "reconciliation.requested" : "reconciliation.corrected");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = contract;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

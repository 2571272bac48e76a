package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.Approvals;
import uplink.billing.refund.boundary.Decision;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.Payouts;
import uplink.shared.Callers;
import uplink.web.shell.Go;

/** One refund or adjustment that a second person decides about. */
@Named
@ViewScoped
public class ApprovalPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Approvals approvals;

    @Inject
    private Payouts payouts;

    private @Nullable String id;
    private @Nullable String note;
    private transient @Nullable Approval approval;
    private transient @Nullable Payout payout;

    public void load() {
        getApproval();
    }

    public Approval getApproval() {
        if (approval == null) {
            approval = approvals.get(Go.id(id));
        }
        return approval;
    }

    /** Of a pay-out: to whom; null for anything else. */
    public @Nullable Payout getPayout() {
        UUID about = getApproval().payoutId();
        if (payout == null && about != null) {
            payout = payouts.get(about);
        }
        return payout;
    }

    public boolean isWaiting() {
        return getApproval().status() == ApprovalStatus.WAITING;
    }

    public boolean isOwn() {
        return getApproval().askedById().equals(Callers.current().userId());
    }

    public void approve() {
        approvals.approve(Go.id(id), new Decision(note));
        Go.to("/approvals", "approval.approved");
    }

    public void refuse() {
        approvals.refuse(Go.id(id), new Decision(note));
        Go.to("/approvals", "approval.refused");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}

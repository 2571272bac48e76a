package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalQuery;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.ApprovalThreshold;
import uplink.billing.refund.boundary.Approvals;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** What waits for a second person, what was decided, and from which sum on. */
@Named
@ViewScoped
public class ApprovalList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Approvals approvals;

    private @Nullable ApprovalStatus status = ApprovalStatus.WAITING;
    private @Nullable BigDecimal above;
    private @Nullable Integer within;
    private final Rows<Approval> rows = new Rows<>(
            (first, size, column, ascending) -> approvals.list(query(first, size)), () -> approvals.count(query(0, 1)));

    private ApprovalQuery query(int first, int size) {
        return new ApprovalQuery(status, first, size);
    }

    public void setThreshold() {
        approvals.setThreshold(new ApprovalThreshold(Go.given(above), Go.given(within), null));
        Go.to("/approvals", "approval.threshold-set");
    }

    public Rows<Approval> getRows() {
        return rows;
    }

    public ApprovalStatus[] getStatuses() {
        return ApprovalStatus.values();
    }

    public @Nullable ApprovalStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable ApprovalStatus status) {
        this.status = status;
    }

    public @Nullable BigDecimal getAbove() {
        if (above == null) {
            above = approvals.currentThreshold().above();
        }
        return above;
    }

    public void setAbove(@Nullable BigDecimal above) {
        this.above = above;
    }

    public @Nullable Integer getWithin() {
        if (within == null) {
            within = approvals.currentThreshold().withinHours();
        }
        return within;
    }

    public void setWithin(@Nullable Integer within) {
        this.within = within;
    }
}

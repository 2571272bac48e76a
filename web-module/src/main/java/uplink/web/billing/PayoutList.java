package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutQuery;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.billing.refund.boundary.Payouts;
import uplink.web.shell.Rows;

/** Credit that was paid out to customers, newest first. */
@Named
@ViewScoped
public class PayoutList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Payouts payouts;

    private @Nullable PayoutStatus status;
    private final Rows<Payout> rows = new Rows<>(
            (first, size, column, ascending) -> payouts.list(query(first, size)), () -> payouts.count(query(0, 1)));

    private PayoutQuery query(int first, int size) {
        return new PayoutQuery(null, status, first, size);
    }

    public Rows<Payout> getRows() {
        return rows;
    }

    public PayoutStatus[] getStatuses() {
        return PayoutStatus.values();
    }

    public boolean isFiltered() {
        return status != null;
    }

    public @Nullable PayoutStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable PayoutStatus status) {
        this.status = status;
    }
}

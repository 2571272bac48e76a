package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentQuery;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.Payments;
import uplink.web.shell.Rows;

/** Payments by every road, newest first. */
@Named
@ViewScoped
public class PaymentList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Payments payments;

    private @Nullable PaymentStatus status;
    private @Nullable PaymentMethod method;
    private @Nullable String contract;
    private final Rows<Payment> rows = new Rows<>(
            (first, size, column, ascending) -> payments.list(query(first, size)), () -> payments.count(query(0, 1)));

    private PaymentQuery query(int first, int size) {
        String begins = contract == null || contract.isBlank() ? null : contract.strip();
        return new PaymentQuery(null, status, method, begins, false, first, size);
    }

    public Rows<Payment> getRows() {
        return rows;
    }

    public List<PaymentStatus> getStatuses() {
        return List.of(PaymentStatus.values());
    }

    public List<PaymentMethod> getMethods() {
        return List.of(PaymentMethod.values());
    }

    public boolean isFiltered() {
        return status != null || method != null || (contract != null && !contract.isBlank());
    }

    public @Nullable PaymentStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable PaymentStatus status) {
        this.status = status;
    }

    public @Nullable PaymentMethod getMethod() {
        return method;
    }

    public void setMethod(@Nullable PaymentMethod method) {
        this.method = method;
    }

    public @Nullable String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = contract;
    }
}

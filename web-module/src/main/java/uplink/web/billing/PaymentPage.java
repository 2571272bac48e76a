package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.Allocation;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentAttempt;
import uplink.billing.payment.boundary.Payments;
import uplink.web.shell.Go;

/** One payment: what the provider was asked and said, where the money went. */
@Named
@ViewScoped
public class PaymentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Payments payments;

    @Inject
    private Ledger ledger;

    private @Nullable String id;
    private transient @Nullable Payment payment;
    private transient @Nullable List<PaymentAttempt> attempts;
    private transient @Nullable List<Allocation> allocations;
    private transient @Nullable List<LedgerEntry> transfers;

    public void load() {
        getPayment();
    }

    public Payment getPayment() {
        if (payment == null) {
            payment = payments.get(Go.id(id));
        }
        return payment;
    }

    public List<PaymentAttempt> getAttempts() {
        if (attempts == null) {
            attempts = payments.listAttempts(Go.id(id));
        }
        return attempts;
    }

    public List<Allocation> getAllocations() {
        if (allocations == null) {
            allocations = ledger.allocationsOfPayment(Go.id(id));
        }
        return allocations;
    }

    public List<LedgerEntry> getTransfers() {
        if (transfers == null) {
            transfers = ledger.ofPayment(Go.id(id));
        }
        return transfers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

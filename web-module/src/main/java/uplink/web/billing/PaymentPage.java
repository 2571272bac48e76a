package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.billing.ledger.boundary.Allocation;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentAttempt;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundRequest;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.billing.refund.boundary.Refunds;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.shell.Go;

/** One payment: what the provider was asked and said, where the money went, what it restored, who had to do with it. */
@Named
@ViewScoped
public class PaymentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Payments payments;

    @Inject
    private Ledger ledger;

    @Inject
    private Refunds refunds;

    @Inject
    private AuditTrail trail;

    @Inject
    private Documents documents;

    /** One for this view: a second click is no second refund. */
    private final String key = UUID.randomUUID().toString();

    private @Nullable String id;
    private @Nullable BigDecimal amount;
    private @Nullable String reason;
    private boolean mistake;
    private transient @Nullable List<Refund> returned;
    private transient @Nullable Payment payment;
    private transient @Nullable List<PaymentAttempt> attempts;
    private transient @Nullable List<Allocation> allocations;
    private transient @Nullable List<LedgerEntry> transfers;
    private transient @Nullable List<AuditRow> history;

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

    /** Both sides of a transfer. */
    public List<EntryLine> entries(LedgerEntry transfer) {
        return EntryLine.of(transfer, getPayment().customerName());
    }

    /** Who had to do with it. */
    public List<AuditRow> getTrail() {
        if (history == null) {
            history = trail.ofPayment(
                    Go.id(id), getRefunds().stream().map(Refund::id).toList());
        }
        return history;
    }

    public List<Refund> getRefunds() {
        if (returned == null) {
            returned = refunds.list(Go.id(id));
        }
        return returned;
    }

    /** Whether there is a receipt for it: money has come by it. */
    public boolean isReceived() {
        return getPayment().status() == PaymentStatus.SUCCEEDED && getPayment().method() != PaymentMethod.BALANCE;
    }

    /** The receipt in that language, as a file. */
    public void pdf(String language) {
        Paper paper = documents.receipt(Go.id(id), Locale.forLanguageTag(language));
        Go.hand(paper.name(), "application/pdf", paper.pdf());
    }

    /** What can still go back. */
    public BigDecimal getLeft() {
        return getPayment().captured().subtract(getPayment().refunded());
    }

    public boolean isRefundable() {
        return Callers.current().may(Permission.PAYMENT_REFUND)
                && getPayment().status() == PaymentStatus.SUCCEEDED
                && getLeft().signum() > 0;
    }

    /** Whether it may turn out never to have been taken. */
    public boolean isReversible() {
        return getPayment().method() == PaymentMethod.CASH
                && getPayment().refunded().signum() == 0;
    }

    public void refund() {
        RefundRequest wanted = new RefundRequest(
                Go.given(amount), null, mistake ? RefundKind.REVERSAL : RefundKind.REFUND, Go.given(reason));
        RefundStatus status = refunds.refund(Go.id(id), wanted, key).status();
        String note =
                switch (status) {
                    case SUCCEEDED -> "refund.done";
                    case WAITING -> "refund.waits";
                    default -> "refund.under-way";
                };
        Go.to("/payment?id=" + id, note);
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isMistake() {
        return mistake;
    }

    public void setMistake(boolean mistake) {
        this.mistake = mistake;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

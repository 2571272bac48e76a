package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payee;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutQuery;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.billing.refund.boundary.Payouts;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** What can be paid out to a customer, what was, and the form for it. */
@Named
@ViewScoped
public class PayoutAction implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Payouts payouts;

    /** One for this view: a second click is no second pay-out. */
    private final String key = UUID.randomUUID().toString();

    private @Nullable BigDecimal amount;
    private @Nullable PayoutMethod method;
    private @Nullable String name;
    private @Nullable String account;
    private @Nullable String bic;
    private @Nullable String reason;
    private @Nullable Rows<Payout> rows;
    private transient @Nullable FreeCredit free;

    public FreeCredit free(UUID customer) {
        if (free == null) {
            free = payouts.currentFree(customer);
        }
        return free;
    }

    public void pay(UUID customer) {
        Payee payee = isByBank() ? new Payee(Go.given(name), Go.given(account), Go.given(bic)) : null;
        Payout made = payouts.pay(
                customer, new PayoutRequest(Go.given(amount), null, getMethod(), payee, Go.given(reason)), key);
        Go.to(
                "/customer?tab=payouts&id=" + customer,
                made.status() == PayoutStatus.WAITING ? "payout.waits" : "payout.done");
    }

    /** A customer's, newest first. */
    public Rows<Payout> rows(UUID customer) {
        if (rows == null) {
            rows = new Rows<>(
                    (first, size, column, ascending) -> payouts.list(new PayoutQuery(customer, null, first, size)),
                    () -> payouts.count(new PayoutQuery(customer, null, 0, 1)));
        }
        return rows;
    }

    public PayoutMethod[] getMethods() {
        return PayoutMethod.values();
    }

    public boolean isByBank() {
        return getMethod() == PayoutMethod.BANK;
    }

    public PayoutMethod getMethod() {
        return method == null ? PayoutMethod.BANK : method;
    }

    public void setMethod(@Nullable PayoutMethod method) {
        this.method = method;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public @Nullable String getBic() {
        return bic;
    }

    public void setBic(@Nullable String bic) {
        this.bic = bic;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

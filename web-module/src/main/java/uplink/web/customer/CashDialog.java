package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.refund.boundary.Adjustments;
import uplink.web.shell.Go;

/** Money by hand: cash that was taken at the desk, and corrections of the balance. */
@Named
@RequestScoped
public class CashDialog {

    @Inject
    private Payments payments;

    @Inject
    private Adjustments adjustments;

    private @Nullable BigDecimal amount;
    private @Nullable String comment;

    public void take(UUID customer) {
        Payment taken = payments.take(new CashPayment(customer, Go.given(amount), null, null, comment));
        Go.to("/cash-receipt?id=" + taken.id(), "payment.taken");
    }

    public void adjust(UUID customer) {
        Adjusted adjusted = adjustments.adjust(customer, new Adjustment(Go.given(amount), null, Go.given(comment)));
        Go.to(
                "/customer?tab=ledger&id=" + customer,
                adjusted.transfer() == null ? "adjustment.waits" : "adjustment.done");
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}

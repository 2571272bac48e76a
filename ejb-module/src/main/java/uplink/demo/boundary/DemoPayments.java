package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;

/** What the demo's customers paid after a billing day: real payments, in one transaction, because a start waits for it. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
class DemoPayments {

    @Inject
    private BusinessClock clock;

    @Inject
    private Payments payments;

    /** An invoice that is paid in full at that moment. */
    record Paid(InvoiceSummary invoice, Instant at) {}

    @Transactional
    public void take(List<Paid> paid) {
        for (Paid one : paid) {
            InvoiceSummary invoice = one.invoice();
            clock.at(
                    one.at(),
                    () -> payments.take(new CashPayment(
                            invoice.customerId(), invoice.outstanding(), invoice.currency(), invoice.id(), null)));
        }
    }
}

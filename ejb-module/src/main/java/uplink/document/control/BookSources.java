package uplink.document.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.Contracts;

/** The boundaries of other features that papers are drawn up from, whoever reads them. */
@Dependent
class BookSources {

    @Inject
    Invoices invoices;

    @Inject
    PaymentQrs codes;

    @Inject
    Payments payments;

    @Inject
    Contracts contracts;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Ledger ledger;
}

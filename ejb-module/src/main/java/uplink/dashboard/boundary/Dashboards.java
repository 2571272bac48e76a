package uplink.dashboard.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.run.boundary.NextCharge;
import uplink.billing.run.boundary.NextCharges;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.Profile;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.Outages;
import uplink.shared.Allowed;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.gather.Gathering;
import uplink.shared.gather.Part;
import uplink.shared.gather.Round;

/** The first page of the customer who asks. A feature adds its part here and in {@link Dashboard}. */
@Stateless
@Allowed(Permission.SELF_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dashboards {

    @Inject
    private Gathering gathering;

    @Inject
    private Customers customers;

    @Inject
    private Ledger ledger;

    @Inject
    private NextCharges nextCharges;

    @Inject
    private Invoices invoices;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Outages outages;

    /** Everything at the same time. Refusals: {@code forbidden} for whoever is no customer, {@code unavailable}. */
    public Dashboard mine() {
        Callers.current().requireCustomer();
        Round round = gathering.begin();
        Part<Profile> profile = round.ask("profile", customers::me);
        Part<Balance> balance = round.ask("balance", ledger::ownBalance);
        Part<@Nullable NextCharge> nextCharge =
                round.ask("nextCharge", () -> nextCharges.own().orElse(null));
        Part<List<InvoiceSummary>> open = round.ask("openInvoices", invoices::ownOpen);
        Part<List<SubscriptionRow>> services = round.ask("services", subscriptions::mineInForce);
        Part<@Nullable CustomerOutage> outage =
                round.ask("outage", () -> outages.own().orElse(null));
        return new Dashboard(
                round.take(profile),
                round.take(balance),
                round.take(nextCharge),
                round.take(open),
                round.take(services),
                round.take(outage),
                round.gaps());
    }
}

package uplink.dashboard.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.run.boundary.NextCharge;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.customer.boundary.Profile;
import uplink.network.boundary.CustomerOutage;

/**
 * What a customer sees first. A part that was not to be had in time is null and named in {@code gaps}.
 *
 * @param nextCharge also null when nothing is going to be charged
 * @param openInvoices the overdue ones first, at most ten of each kind
 * @param services all but the cancelled ones
 * @param outage at one of the customer's addresses, lasting or else the next one to come; also null when there is none
 * @param gaps names of the parts that are missing
 */
public record Dashboard(
        @Nullable Profile profile,
        @Nullable Balance balance,
        @Nullable NextCharge nextCharge,
        @Nullable List<InvoiceSummary> openInvoices,
        @Nullable List<SubscriptionRow> services,
        @Nullable CustomerOutage outage,
        List<String> gaps) {}

package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.autopay.boundary.Autopay;
import uplink.billing.autopay.boundary.Autopays;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentQuery;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** One customer: who it is, and by tab what there is about contracts, services and money. */
@Named
@ViewScoped
public class CustomerPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of(
            "overview",
            "timeline",
            "contracts",
            "subscriptions",
            "papers",
            "messages",
            "invoices",
            "payments",
            "payouts",
            "ledger",
            "documents",
            "devices");

    @Inject
    private Customers customers;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Invoices invoices;

    @Inject
    private Payments payments;

    @Inject
    private Autopays autopays;

    @Inject
    private Ledger ledger;

    private @Nullable String id;
    private @Nullable String tab;
    private boolean past;
    private transient @Nullable CustomerDetail customer;
    private transient @Nullable Autopay autopay;
    private transient @Nullable Balance balance;
    private transient @Nullable List<SubscriptionRow> services;

    private final Rows<InvoiceSummary> invoiceRows = new Rows<>(
            (first, size, column, ascending) -> invoices.list(issued(first, size, column, ascending)),
            () -> invoices.count(issued(0, 1, null, false)));
    private final Rows<Payment> paymentRows = new Rows<>(
            (first, size, column, ascending) -> payments.list(paid(first, size)), () -> payments.count(paid(0, 1)));
    private final Rows<LedgerEntry> ledgerRows =
            new Rows<>((first, size, column, ascending) -> ledger.list(key(), first, size), () -> ledger.count(key()));

    /**
     * Refused with {@code not-found} before anything is shown; who turned out to be somebody else is shown as that one, unless
     * it is the past that is looked for.
     */
    public void load() {
        if (!getCustomer().id().equals(key())) {
            Go.to("/customer?id=" + getCustomer().id());
        }
    }

    public CustomerDetail getCustomer() {
        if (customer == null) {
            customer = past ? customers.getItself(key()) : customers.get(key());
        }
        return customer;
    }

    public boolean isPast() {
        return past;
    }

    public void setPast(boolean past) {
        this.past = past;
    }

    /** What is due; null for whoever may not see money. */
    public @Nullable Balance getBalance() {
        if (balance == null && Callers.current().may(Permission.BILLING_READ)) {
            balance = ledger.balance(key());
        }
        return balance;
    }

    public List<SubscriptionRow> getServices() {
        if (services == null) {
            services = subscriptions.ofCustomer(key());
        }
        return services;
    }

    public Autopay getAutopay() {
        if (autopay == null) {
            autopay = autopays.ofCustomer(key());
        }
        return autopay;
    }

    public Rows<InvoiceSummary> getInvoiceRows() {
        return invoiceRows;
    }

    public Rows<Payment> getPaymentRows() {
        return paymentRows;
    }

    public Rows<LedgerEntry> getLedgerRows() {
        return ledgerRows;
    }

    private InvoiceQuery issued(int first, int size, @Nullable String column, boolean ascending) {
        InvoiceQuery.Sort sort = column == null ? InvoiceQuery.Sort.ISSUED : InvoiceQuery.Sort.valueOf(column);
        return new InvoiceQuery(key(), null, null, null, sort, ascending, first, size);
    }

    private PaymentQuery paid(int first, int size) {
        return PaymentQuery.of(key(), first, size);
    }

    private UUID key() {
        return Go.id(id);
    }

    public String getTab() {
        return tab != null && TABS.contains(tab) ? tab : "overview";
    }

    public void setTab(@Nullable String tab) {
        this.tab = tab;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

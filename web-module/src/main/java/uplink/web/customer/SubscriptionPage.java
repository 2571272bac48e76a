package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.GrantedDiscount;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.PastSuspension;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.web.shell.Go;

/** One subscription with everything that happened to it. */
@Named
@ViewScoped
public class SubscriptionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Customers customers;

    private @Nullable String id;
    private transient @Nullable SubscriptionRow subscription;
    private transient @Nullable CustomerDetail customer;
    private transient @Nullable List<HistoryEntry> history;
    private transient @Nullable List<GrantedDiscount> discounts;
    private transient @Nullable List<PastSuspension> suspensions;
    private transient @Nullable List<SubscriptionRow> addons;

    public void load() {
        getSubscription();
    }

    public SubscriptionRow getSubscription() {
        if (subscription == null) {
            subscription = subscriptions.get(key());
        }
        return subscription;
    }

    public CustomerDetail getCustomer() {
        if (customer == null) {
            customer = customers.get(getSubscription().customerId());
        }
        return customer;
    }

    public List<HistoryEntry> getHistory() {
        if (history == null) {
            history = subscriptions.history(key());
        }
        return history;
    }

    public List<GrantedDiscount> getDiscounts() {
        if (discounts == null) {
            discounts = subscriptions.discounts(key());
        }
        return discounts;
    }

    /** When debt took it away, newest first. */
    public List<PastSuspension> getSuspensions() {
        if (suspensions == null) {
            suspensions = subscriptions.listSuspensions(key());
        }
        return suspensions;
    }

    /** What is sold beside this service, the ended ones last. */
    public List<SubscriptionRow> getAddons() {
        if (addons == null) {
            addons = subscriptions.ofCustomer(getSubscription().customerId()).stream()
                    .filter(row -> getSubscription().id().equals(row.addonOf()))
                    .sorted(Comparator.comparing(row -> row.status() == SubscriptionStatus.CANCELLED))
                    .toList();
        }
        return addons;
    }

    /** Discounts that go on. */
    public List<GrantedDiscount> getEndable() {
        return getDiscounts().stream().filter(d -> d.validTo() == null).toList();
    }

    public boolean isInterrupted() {
        SubscriptionStatus status = getSubscription().status();
        return status == SubscriptionStatus.SUSPENDED || status == SubscriptionStatus.FROZEN;
    }

    public boolean isOver() {
        return getSubscription().status() == SubscriptionStatus.CANCELLED;
    }

    private UUID key() {
        return Go.id(id);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

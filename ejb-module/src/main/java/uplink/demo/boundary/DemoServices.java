package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.AddOnOffer;
import uplink.billing.subscription.boundary.AddOns;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.TariffChangeTerms;
import uplink.billing.subscription.boundary.TariffChangeWish;
import uplink.billing.subscription.boundary.TariffChanges;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.shared.BusinessClock;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** What the demo's customers have asked for lately: a change of tariff, add-ons, the end of a contract. */
@ApplicationScoped
class DemoServices {

    private static final int PLANNER = 7;
    private static final int COLLECTOR = 8;
    private static final int LEAVER = 36;

    @Inject
    private Customers customers;

    @Inject
    private Contracts contracts;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private TariffChanges changes;

    @Inject
    private AddOns addons;

    @Inject
    private BusinessClock clock;

    /** Each bears repetition: whoever has asked already does not ask again. */
    void plan() {
        CustomerDetail customer = customer(PLANNER);
        SubscriptionRow service = service(customer);
        if (service == null || !service.planned().isEmpty()) {
            return;
        }
        as(customer, () -> {
            TariffChangeTerms terms = changes.terms(service.id(), Locale.ENGLISH);
            terms.options().stream()
                    .skip(Math.max(0, terms.options().size() - 1L))
                    .forEach(option -> changes.change(
                            service.id(), new TariffChangeWish(option.tariffId(), ChangeWhen.NEXT_PERIOD)));
        });
    }

    /** Sold at the desk: whoever is in debt may not order. */
    void collect() {
        CustomerDetail customer = customer(COLLECTOR);
        SubscriptionRow service = service(customer);
        boolean has = subscriptions.ofCustomer(customer.id()).stream().anyMatch(row -> row.addonOf() != null);
        if (service == null || has) {
            return;
        }
        List<UUID> wanted = new ArrayList<>();
        as(customer, () -> addons.offered(service.id(), Locale.ENGLISH).stream()
                .map(AddOnOffer::tariffId)
                .limit(2)
                .forEach(wanted::add));
        wanted.forEach(tariff -> subscriptions.start(
                new NewSubscription(customer.id(), service.contractId(), tariff, clock.today(), null, service.id())));
    }

    void leave() {
        LocalDate today = clock.today();
        ContractDetail contract = customer(LEAVER).contracts().get(0);
        if (contract.closedOn() == null) {
            contracts.terminate(contract.id(), null, today);
        }
    }

    private CustomerDetail customer(int number) {
        return customers.get(
                customers.search("abonent" + number + "@example.org", 1).get(0).id());
    }

    private @Nullable SubscriptionRow service(CustomerDetail customer) {
        return subscriptions.ofCustomer(customer.id()).stream()
                .filter(row -> row.status() == SubscriptionStatus.ACTIVE && row.addonOf() == null)
                .findFirst()
                .orElse(null);
    }

    /** As the customer, who without a user of the demo's has asked nobody. */
    private static void as(CustomerDetail customer, Runnable wish) {
        UUID user = customer.userId();
        if (user != null) {
            Callers.run(
                    new Caller(
                            user,
                            customer.id(),
                            customer.fullName(),
                            Set.of(Permission.SELF_READ, Permission.SELF_WRITE)),
                    wish);
        }
    }
}

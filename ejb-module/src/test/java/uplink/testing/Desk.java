package uplink.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionFollow;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.TariffDetail;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffVersionAdded;
import uplink.catalog.boundary.Tariffs;
import uplink.catalog.boundary.TaxRateAdded;
import uplink.customer.boundary.BillingDayChanged;
import uplink.customer.boundary.ContractGoesOn;
import uplink.customer.boundary.ContractTerminated;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.shared.Caller;
import uplink.shared.Ids;
import uplink.shared.Permission;

/** A small provider to test with: its boundaries, and the shortest way to a tariff, a customer, a subscription. */
public final class Desk implements AutoCloseable {

    public final Boundaries boundaries;
    public final Tariffs tariffs;
    public final Customers customers;
    public final Contracts contracts;
    public final Subscriptions subscriptions;

    public Desk(LocalDate today) {
        boundaries = new Boundaries(today);
        SubscriptionFollow follow = boundaries.get(SubscriptionFollow.class);
        boundaries.observe(BillingDayChanged.class, follow::follow);
        boundaries.observe(ContractTerminated.class, follow::follow);
        boundaries.observe(ContractGoesOn.class, follow::follow);
        boundaries.observe(TariffVersionAdded.class, follow::follow);
        boundaries.observe(TaxRateAdded.class, follow::follow);
        tariffs = boundaries.get(Tariffs.class);
        customers = boundaries.get(Customers.class);
        contracts = boundaries.get(Contracts.class);
        subscriptions = boundaries.get(Subscriptions.class);
    }

    public static NewTariffVersion version(LocalDate from, String price) {
        return new NewTariffVersion(
                from,
                "Домашний",
                "Home",
                100_000,
                100_000,
                new BigDecimal(price),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A monthly tariff with a code of its own, valid since 2020. */
    public TariffDetail tariff(String price) {
        String code = "t-" + Ids.next();
        NewTariffVersion first = version(LocalDate.of(2020, 1, 1), price);
        return boundaries.call(() -> tariffs.create(new NewTariff(code, TariffKind.INTERNET, null, first, null)));
    }

    /** A person with one contract. */
    public CustomerDetail customer(String name, int billingDay) {
        NewContract contract = new NewContract(null, LocalDate.of(2020, 1, 1), billingDay, null, null);
        return boundaries.call(() -> customers.register(
                new NewCustomer(CustomerKind.PERSON, name, null, null, null, null, null, contract, null, null)));
    }

    public SubscriptionRow subscription(UUID customer, UUID tariff, LocalDate from) {
        return boundaries.call(() -> subscriptions.start(new NewSubscription(customer, null, tariff, from, null)));
    }

    /** Gives a customer a user, as whom {@link Callers#as} can ask. */
    public Caller caller(UUID customer) {
        UUID user = Ids.next();
        boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Somebody', 'customer', now(), now())""",
                        user,
                        user + "@example.org");
        boundaries.sql().update("update customers set user_id = ? where id = ?", user, customer);
        return new Caller(user, customer, "customer", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
    }

    @Override
    public void close() throws Exception {
        boundaries.close();
    }
}

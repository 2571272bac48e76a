package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.SubscriptionRows;
import uplink.billing.subscription.entity.Subscription;
import uplink.catalog.boundary.TariffVersionAdded;
import uplink.catalog.boundary.TaxRateAdded;
import uplink.customer.boundary.BillingDayChanged;
import uplink.customer.boundary.ContractGoesOn;
import uplink.customer.boundary.ContractTerminated;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Permission;

/** Lets subscriptions follow what happens to their contracts and tariffs, in the same transaction. */
@Stateless
@Allowed({Permission.CUSTOMER_WRITE, Permission.CATALOG_WRITE})
public class SubscriptionFollow {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** Bills the contract's subscriptions by the new day. */
    public void follow(@Observes BillingDayChanged change) {
        for (UUID id : rows().ofContract(change.contractId(), change.from())) {
            Subscription subscription = recorder().lock(id);
            LocalDate on = later(change.from(), recorder().history(subscription).start());
            recorder()
                    .record(
                            subscription,
                            recorder().draft(subscription, EventKind.CHANGE, on).billedOn(change.billingDay()));
        }
    }

    /** Cancels the contract's subscriptions with it. */
    public void follow(@Observes ContractTerminated end) {
        recorder().endContract(end.contractId(), end.on());
    }

    /** Withdraws the ends that came with the contract's. */
    public void follow(@Observes ContractGoesOn contract) {
        recorder().goOn(contract.contractId(), clock.today());
    }

    /** Has the tariff's subscriptions looked at again. */
    public void follow(@Observes TariffVersionAdded version) {
        rows().rerateTariff(version.tariffId(), version.from(), clock.instant());
    }

    /** Has whoever is charged by the class beyond that day looked at again. */
    public void follow(@Observes TaxRateAdded rate) {
        rows().rerateTax(rate.taxClass(), rate.from(), clock.instant());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private SubscriptionRows rows() {
        return new SubscriptionRows(database);
    }

    private Recorder recorder() {
        return new Recorder(entities, database, clock, outbox);
    }
}

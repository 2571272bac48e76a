package uplink.billing.subscription.control;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.ledger.control.Posting;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.entity.Subscription;
import uplink.shared.BusinessClock;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Sql;

/** Starts subscriptions: services of their own, and add-ons beside them. */
public final class Starter {

    private final EntityManager entities;
    private final DataSource database;
    private final BusinessClock clock;
    private final Recorder recorder;
    private final Agreement agreement;

    public Starter(EntityManager entities, DataSource database, BusinessClock clock, Outbox outbox) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.recorder = new Recorder(entities, database, clock, outbox);
        this.agreement = new Agreement(new SubscriptionRows(database));
    }

    /** Answers its id. Refusals: {@code not-found}, {@code validation}, {@code invalid-state}. */
    public UUID start(NewSubscription wanted) {
        return start(wanted, false);
    }

    /** The same for the rent of a device, which does not go to another customer with its contract. */
    public UUID startDeviceRent(NewSubscription wanted) {
        return start(wanted, true);
    }

    private UUID start(NewSubscription wanted, boolean deviceRent) {
        LocalDate on = wanted.startsOn() == null ? clock.today() : wanted.startsOn();
        Posting.hold(Sql.in(database), wanted.customerId());
        SubscriptionRows.Main main = agreement.main(wanted, on).orElse(null);
        UUID under = main == null ? wanted.contractId() : main.contract();
        SubscriptionRows.UnderContract contract = agreement.contract(wanted.customerId(), under, on);
        agreement.checkOffer(wanted.tariffId(), on, contract);
        agreement.checkPrice(wanted.price(), contract.currency());
        Subscription subscription = new Subscription(
                Ids.next(), wanted.customerId(), contract.id(), wanted.tariffId(), on, clock.instant());
        subscription.beside(main == null ? null : main.id());
        if (deviceRent) {
            subscription.asDeviceRent();
        }
        entities.persist(subscription);
        entities.flush();
        recorder.record(
                subscription,
                recorder.draft(subscription, EventKind.START, on)
                        .to(wanted.tariffId(), wanted.price())
                        .billedOn(contract.billingDay()));
        LocalDate end = Agreement.earlier(contract.closedOn(), main == null ? null : main.end());
        if (end != null) {
            boolean withContract = end.equals(contract.closedOn());
            recorder.record(
                    subscription,
                    recorder.draft(subscription, EventKind.CANCEL, end).inGroup(withContract ? contract.id() : null));
        }
        return subscription.id();
    }
}

package uplink.billing.subscription.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.access.control.OpenSuspensions;
import uplink.billing.ledger.control.Posting;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.entity.Subscription;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Adds events to histories, moves the marks for the bill run, and announces what has taken effect. */
public final class Recorder {

    private final EntityManager entities;
    private final DataSource database;
    private final BusinessClock clock;
    private final Outbox outbox;

    public Recorder(EntityManager entities, DataSource database, BusinessClock clock, Outbox outbox) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * The subscription, locked until the transaction ends, and before it its customer: a bill run locks the customers
     * before it reads what happened to them, so it sees all of a change or nothing. Refusals: {@code not-found}.
     */
    public Subscription lock(UUID id) {
        Posting.holdOf(Sql.in(database), id);
        return lockAlone(id);
    }

    /** The same for one that must be that customer's: {@code not-found} when it is somebody else's. */
    public Subscription lock(UUID id, UUID customer) {
        Posting.hold(Sql.in(database), customer);
        Subscription subscription = lockAlone(id);
        if (!subscription.customerId().equals(customer)) {
            throw BusinessException.notFound();
        }
        return subscription;
    }

    /** The subscription only, for changes that no bill run cares for. */
    public Subscription lockAlone(UUID id) {
        Subscription subscription = entities.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (subscription == null) {
            throw BusinessException.notFound();
        }
        return subscription;
    }

    public History history(Subscription of) {
        return new History(of.startedOn(), events(of.id()));
    }

    /** When the tariff of a subscription became another one for the last time; null: never. */
    public @Nullable LocalDate lastChange(UUID id) {
        Subscription subscription = entities.find(Subscription.class, id);
        return subscription == null ? null : history(subscription).lastChange(clock.today());
    }

    private List<SubscriptionEvent> events(UUID subscription) {
        return entities.createQuery(
                        "select e from SubscriptionEvent e where e.subscriptionId = :id", SubscriptionEvent.class)
                .setParameter("id", subscription)
                .getResultList();
    }

    /** An event to be filled and then given to {@link #record}. */
    public SubscriptionEvent draft(Subscription of, EventKind kind, LocalDate on) {
        return new SubscriptionEvent(Ids.next(), of.id(), history(of).nextSeq(), kind, on, clock.instant())
                .by(Callers.current().userId());
    }

    /**
     * Adds the event when it makes sense. What was recorded for today or earlier takes effect, and is announced, before
     * it. Refusals: {@code invalid-state}, {@code invalid-timeline}.
     */
    public void record(Subscription subscription, SubscriptionEvent event) {
        settle(subscription);
        History history = history(subscription).with(event, clock.today());
        entities.persist(event);
        if (event.kind() != EventKind.START) {
            subscription.rerateFrom(event.on(), clock.instant());
        }
        stand(subscription, history);
        if (!event.on().isAfter(clock.today())) {
            announce(subscription, event);
        }
        entities.flush();
    }

    /**
     * Withdraws what was recorded for later days by one act: the event and whatever was recorded together with it.
     * Refusals: {@code not-found} when nothing of that id is planned, {@code invalid-state} when its day has come,
     * {@code invalid-timeline} when what is planned after it makes no sense without it.
     */
    public void withdraw(Subscription subscription, UUID id) {
        settle(subscription);
        List<SubscriptionEvent> wanted = history(subscription).events().stream()
                .filter(e -> id.equals(e.id()) || id.equals(e.groupId()))
                .toList();
        if (wanted.isEmpty()) {
            throw BusinessException.notFound();
        }
        LocalDate first = wanted.get(0).on();
        if (!first.isAfter(clock.today())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.withdraw.happened", first));
        }
        for (int i = wanted.size() - 1; i >= 0; i--) {
            SubscriptionEvent event = wanted.get(i);
            record(subscription, draft(subscription, EventKind.VOID, event.on()).voiding(event.id()));
        }
    }

    /** Takes back a fee, whether its day has come or not; nothing happens when it was withdrawn before. */
    public void takeBack(Subscription subscription, UUID fee) {
        history(subscription).events().stream()
                .filter(e -> fee.equals(e.id()))
                .findFirst()
                .ifPresent(e -> record(
                        subscription,
                        draft(subscription, EventKind.VOID, e.on()).voiding(fee)));
    }

    /**
     * Refuses with {@code invalid-state} to withdraw what came with the end of the contract: only the contract can go on, or
     * whoever has taken it over would be charged beside.
     */
    public void refuseEndOfContract(Subscription subscription, UUID id) {
        for (SubscriptionEvent event : history(subscription).events()) {
            boolean wanted = id.equals(event.id()) || id.equals(event.groupId());
            if (wanted && subscription.contractId().equals(event.groupId())) {
                throw new BusinessException(
                        ProblemType.INVALID_STATE, Text.of("subscription.withdraw.with-contract", event.on()));
            }
        }
    }

    /** Ends a subscription, and with it what is sold beside it; all of it is one act. The customer is locked. */
    public void cancelWithAddons(Subscription subscription, LocalDate on, UUID group) {
        record(subscription, draft(subscription, EventKind.CANCEL, on).inGroup(group));
        for (UUID id : new SubscriptionRows(database).addons(subscription.id(), on)) {
            Subscription addon = lockAlone(id);
            LocalDate start = history(addon).start();
            LocalDate day = start.isAfter(on) ? start : on;
            record(addon, draft(addon, EventKind.CANCEL, day).inGroup(group));
        }
    }

    /** Withdraws from what is sold beside a subscription whatever belongs to that act. The customer is locked. */
    public void withdrawFromAddons(Subscription subscription, UUID group) {
        for (UUID id : new SubscriptionRows(database).addons(subscription.id())) {
            Subscription addon = lockAlone(id);
            if (history(addon).events().stream().anyMatch(e -> group.equals(e.groupId()))) {
                withdraw(addon, group);
            }
        }
    }

    /** Ends what is under a contract with it: all of it is one act, which has the contract's id. The customer is locked. */
    public void endContract(UUID contract, LocalDate on) {
        for (UUID id : new SubscriptionRows(database).ofContract(contract, on)) {
            Subscription subscription = lockAlone(id);
            LocalDate start = history(subscription).start();
            LocalDate day = start.isAfter(on) ? start : on;
            record(subscription, draft(subscription, EventKind.CANCEL, day).inGroup(contract));
        }
    }

    /** Withdraws the ends that came with the contract's and have not come. The customer is locked. */
    public void goOn(UUID contract, LocalDate today) {
        for (UUID id : new SubscriptionRows(database).ofContract(contract, today)) {
            Subscription subscription = lockAlone(id);
            if (history(subscription).plannedAfter(today).stream().anyMatch(e -> contract.equals(e.groupId()))) {
                withdraw(subscription, contract);
            }
        }
    }

    /** A subscription whose recorded event has become today's. */
    public void settle(Subscription subscription) {
        LocalDate due = subscription.statusDue();
        if (due != null && !due.isAfter(clock.today())) {
            History history = history(subscription);
            stand(subscription, history);
            history.between(due.minusDays(1), clock.today()).forEach(e -> announce(subscription, e));
        }
    }

    private void stand(Subscription subscription, History history) {
        LocalDate today = clock.today();
        SubscriptionStatus status = history.statusOn(today);
        if (subscription.status() == SubscriptionStatus.SUSPENDED && status != SubscriptionStatus.SUSPENDED) {
            boolean over = status == SubscriptionStatus.CANCELLED;
            OpenSuspensions.close(Sql.in(database), subscription.id(), over ? "end" : "staff", clock.instant());
        }
        subscription.stand(status, history.tariffOn(today), history.nextAfter(today), history.end(), clock.instant());
    }

    private void announce(Subscription subscription, SubscriptionEvent event) {
        String type = typeOf(event.kind());
        if (type != null) {
            outbox.announce(Event.of(
                    type,
                    "/billing",
                    subscription.id(),
                    Map.of(
                            "subscriptionId", subscription.id(),
                            "customerId", subscription.customerId(),
                            "tariffId", subscription.tariffId(),
                            "status", statusAfter(event, subscription).code(),
                            "on", event.on().toString()),
                    clock.instant()));
        }
    }

    /** Of several events that take effect at once, each tells of itself. */
    private static SubscriptionStatus statusAfter(SubscriptionEvent event, Subscription subscription) {
        SubscriptionStatus paused = event.status();
        return paused == null ? subscription.status() : paused;
    }

    private static @Nullable String typeOf(EventKind kind) {
        return switch (kind) {
            case START -> "subscription.activated";
            case CHANGE -> "subscription.changed";
            case PAUSE -> "subscription.suspended";
            case RESUME -> "subscription.restored";
            case CANCEL -> "subscription.cancelled";
            case FEE, VOID -> null;
        };
    }
}

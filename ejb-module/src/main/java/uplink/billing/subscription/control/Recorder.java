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
import uplink.shared.Sql;

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
            case FEE -> null;
        };
    }
}

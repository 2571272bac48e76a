package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.control.Agreement;
import uplink.billing.subscription.control.NextPeriod;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.Starter;
import uplink.billing.subscription.control.SubscriptionLists;
import uplink.billing.subscription.control.SubscriptionRows;
import uplink.billing.subscription.entity.Subscription;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Subscriptions and what happens to them. Every change is an event with a day of its own, which may lie in the past or
 * the future; it is added to the history and never altered. The next bill run charges or gives back the difference.
 * Refusals of all changes: {@code not-found}, {@code validation}, {@code invalid-state} when the subscription is not in
 * the state for it on that day, {@code invalid-timeline} when it contradicts the start or what is recorded after it.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Subscriptions {

    private static final int SETTLED_AT_ONCE = 500;
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Starts service on a tariff that is offered on that day; under a contract that is to end, until then, and an add-on
     * no longer than the service that it is sold with.
     */
    public SubscriptionRow start(NewSubscription wanted) {
        return get(new Starter(entities, database, clock, outbox).start(wanted));
    }

    /**
     * Starts the rent of a device. It ends when the device comes back, so it does not go along when the contract goes to
     * another customer.
     */
    public SubscriptionRow startDeviceRent(NewSubscription wanted) {
        return get(new Starter(entities, database, clock, outbox).startDeviceRent(wanted));
    }

    /**
     * Changes to another tariff from a day on, at its price or an own one. Refused with {@code validation} for the tariff
     * of that day: its price has a command of its own.
     */
    public SubscriptionRow changeTariff(UUID id, UUID tariffId, LocalDate on, @Nullable BigDecimal ownPrice) {
        Subscription subscription = recorder().lock(id);
        SubscriptionRows.UnderContract contract = agreement().contract(subscription);
        agreement().checkOffer(tariffId, on, contract);
        agreement().checkSameSort(subscription, tariffId);
        agreement().checkPrice(ownPrice, contract.currency());
        if (recorder().history(subscription).tariffOn(on).equals(tariffId)) {
            throw BusinessException.invalid("tariffId", Text.of("subscription.tariff.same", on));
        }
        return record(subscription, draft(subscription, EventKind.CHANGE, on).to(tariffId, ownPrice));
    }

    /** Agrees on an own price from a day on; null goes back to the tariff's. */
    public SubscriptionRow changePrice(UUID id, LocalDate on, @Nullable BigDecimal ownPrice) {
        Subscription subscription = recorder().lock(id);
        agreement().checkPrice(ownPrice, agreement().contract(subscription).currency());
        UUID tariff = recorder().history(subscription).tariffOn(on);
        return record(subscription, draft(subscription, EventKind.CHANGE, on).to(tariff, ownPrice));
    }

    /** Interrupts service from a day on, as {@code suspended} or {@code frozen}; it is not charged meanwhile. */
    public SubscriptionRow pause(UUID id, LocalDate on, SubscriptionStatus as) {
        if (as != SubscriptionStatus.SUSPENDED && as != SubscriptionStatus.FROZEN) {
            throw BusinessException.invalid("as", Text.of("subscription.pause.kind"));
        }
        Subscription subscription = recorder().lock(id);
        return record(subscription, draft(subscription, EventKind.PAUSE, on).as(as));
    }

    /** Ends an interruption. */
    public SubscriptionRow resume(UUID id, LocalDate on) {
        Subscription subscription = recorder().lock(id);
        return record(subscription, draft(subscription, EventKind.RESUME, on));
    }

    /** Ends the subscription: that day is the first one without it. What is only planned for later does not happen then. */
    public SubscriptionRow cancel(UUID id, LocalDate on) {
        Subscription subscription = recorder().lock(id);
        recorder().cancelWithAddons(subscription, on, Ids.next());
        return get(id);
    }

    /**
     * Withdraws what was planned for a later day, with all that was agreed together with it. Refusals: {@code not-found}
     * when nothing of that id stands, {@code invalid-state} when its day has come, or for an end that came with the contract's.
     */
    public SubscriptionRow withdraw(UUID id, UUID planned) {
        Subscription subscription = recorder().lock(id);
        recorder().refuseEndOfContract(subscription, planned);
        recorder().withdraw(subscription, planned);
        recorder().withdrawFromAddons(subscription, planned);
        return get(id);
    }

    /** Charges a one-off fee with the next bill run. */
    public HistoryEntry addFee(UUID id, NewFeeCharge fee) {
        Subscription subscription = recorder().lock(id);
        LocalDate on = fee.on() == null ? clock.today() : fee.on();
        Agreement.Fee agreed = agreement().fee(fee, agreement().contract(subscription));
        SubscriptionEvent event = draft(subscription, EventKind.FEE, on)
                .charging(agreed.amount(), agreed.text(), fee.feeId(), agreed.taxClass());
        record(subscription, event);
        return lists().history(id).stream()
                .filter(e -> e.id().equals(event.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Grants a discount of the price list from the first period that begins on that day or later. */
    public GrantedDiscount addDiscount(UUID id, UUID discountId, LocalDate from, @Nullable String reason) {
        Validation validation = new Validation();
        String why = validation.optional("reason", reason, LONGEST_REASON);
        validation.done();
        Subscription subscription = recorder().lock(id);
        agreement().refuseCancelled(subscription, from);
        UUID granted = Ids.next();
        if (!new SubscriptionRows(database).grant(granted, id, discountId, from, why, clock.instant())) {
            throw BusinessException.invalid("discountId", Text.of("subscription.discount.unknown"));
        }
        subscription.rerateFrom(from, clock.instant());
        return lists().discounts(id).stream()
                .filter(d -> d.id().equals(granted))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Ends a discount: periods that begin on that day or later are charged without it, also those that are charged
     * already. Refusals: {@code not-found} also when it has ended by then, {@code validation} without a reason.
     */
    public GrantedDiscount endDiscount(UUID id, UUID granted, LocalDate on, String reason) {
        Validation validation = new Validation();
        validation.require("on", on);
        String why = validation.text("reason", reason, LONGEST_REASON);
        validation.done();
        Subscription subscription = recorder().lock(id);
        if (!new SubscriptionRows(database).endDiscount(granted, id, on, why)) {
            throw BusinessException.notFound();
        }
        subscription.rerateFrom(on, clock.instant());
        return lists().discounts(id).stream()
                .filter(d -> d.id().equals(granted))
                .findFirst()
                .orElseThrow();
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public SubscriptionRow get(UUID id) {
        return lists().one(id).orElseThrow(BusinessException::notFound);
    }

    /** The first day of the billing period after today's. Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public LocalDate getNextPeriod(UUID id) {
        return new NextPeriod(database).after(id, clock.today());
    }

    /** The customer's subscriptions, newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<SubscriptionRow> ofCustomer(UUID customerId) {
        return lists().ofCustomer(customerId);
    }

    /** What happened to a subscription, by day. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<HistoryEntry> history(UUID id) {
        return lists().history(id);
    }

    /** When debt took it away, newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<PastSuspension> listSuspensions(UUID id) {
        return lists().suspensions(id);
    }

    /** The discounts of a subscription. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<GrantedDiscount> discounts(UUID id) {
        return lists().discounts(id);
    }

    /** The subscriptions of the customer who asks. */
    @Allowed(Permission.SELF_READ)
    public List<SubscriptionRow> mine() {
        return lists().ofCustomer(Callers.current().requireCustomer());
    }

    /** Those that are not cancelled. */
    @Allowed(Permission.SELF_READ)
    public List<SubscriptionRow> mineInForce() {
        return mine().stream()
                .filter(subscription -> subscription.status() != SubscriptionStatus.CANCELLED)
                .toList();
    }

    /** Sets the status of some subscriptions whose recorded event has come. Answers how many; 0: all are done. */
    @Allowed(Permission.SYSTEM)
    public int settleStatuses() {
        List<UUID> due = new SubscriptionRows(database).statusDue(clock.today(), SETTLED_AT_ONCE);
        due.forEach(id -> recorder().settle(recorder().lockAlone(id)));
        return due.size();
    }

    private SubscriptionRow record(Subscription subscription, SubscriptionEvent event) {
        recorder().record(subscription, event);
        return get(subscription.id());
    }

    private SubscriptionEvent draft(Subscription subscription, EventKind kind, LocalDate on) {
        return recorder().draft(subscription, kind, on);
    }

    private Recorder recorder() {
        return new Recorder(entities, database, clock, outbox);
    }

    private Agreement agreement() {
        return new Agreement(new SubscriptionRows(database));
    }

    private SubscriptionLists lists() {
        return new SubscriptionLists(database, clock.today());
    }
}

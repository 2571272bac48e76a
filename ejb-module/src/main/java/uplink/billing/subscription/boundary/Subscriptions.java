package uplink.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/**
 * Subscriptions and what happens to them. Every change is an event with a day of its own, which may lie in the past or
 * the future; it is added to the history and never altered. The next bill run charges or gives back the difference.
 * Refusals of all changes: {@code not-found}, {@code invalid-state}, {@code invalid-timeline}.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Subscriptions {

    /** Starts service on a tariff that is offered on that day. */
    public SubscriptionRow start(NewSubscription wanted) {
        throw new UnsupportedOperationException();
    }

    /** Changes to another tariff from a day on, at its price or an own one. */
    public SubscriptionRow changeTariff(UUID id, UUID tariffId, LocalDate on, @Nullable BigDecimal ownPrice) {
        throw new UnsupportedOperationException();
    }

    /** Agrees on an own price from a day on; null goes back to the tariff's. */
    public SubscriptionRow changePrice(UUID id, LocalDate on, @Nullable BigDecimal ownPrice) {
        throw new UnsupportedOperationException();
    }

    /** Interrupts service from a day on, as {@code suspended} or {@code frozen}; it is not charged meanwhile. */
    public SubscriptionRow pause(UUID id, LocalDate on, SubscriptionStatus as) {
        throw new UnsupportedOperationException();
    }

    /** Ends an interruption. */
    public SubscriptionRow resume(UUID id, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** Ends the subscription: that day is the first one without it. */
    public SubscriptionRow cancel(UUID id, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** Charges a one-off fee with the next bill run. */
    public HistoryEntry addFee(UUID id, NewFeeCharge fee) {
        throw new UnsupportedOperationException();
    }

    /** Grants a discount of the price list from the first period that begins on that day or later. */
    public GrantedDiscount addDiscount(UUID id, UUID discountId, LocalDate from) {
        throw new UnsupportedOperationException();
    }

    @Allowed(Permission.CUSTOMER_READ)
    public SubscriptionRow get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The customer's subscriptions, newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<SubscriptionRow> ofCustomer(UUID customerId) {
        throw new UnsupportedOperationException();
    }

    /** What happened to a subscription, by day. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<HistoryEntry> history(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The discounts of a subscription. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<GrantedDiscount> discounts(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The subscriptions of the customer who asks. */
    @Allowed(Permission.SELF_READ)
    public List<SubscriptionRow> mine() {
        throw new UnsupportedOperationException();
    }

    /** Sets the status of subscriptions whose event of today or earlier was recorded ahead. Answers how many. */
    @Allowed(Permission.SYSTEM)
    public int settleStatuses() {
        throw new UnsupportedOperationException();
    }
}

package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.entity.Subscription;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * A service as it stands on the day on which it goes to another customer.
 *
 * @param id of the service that ends
 * @param addonOf of the service that ends, beside which it is sold
 * @param from that day, or the day on which it would have begun
 * @param own the agreed price; null: the tariff's
 * @param billingDay null: the contract's
 * @param planned what will happen after {@code from}, of fees only those of changes: what an end has overtaken does not
 *     happen
 * @param discounts those that hold then, or later
 */
public record Carried(
        UUID id,
        @Nullable UUID addonOf,
        LocalDate from,
        UUID tariff,
        @Nullable BigDecimal own,
        @Nullable Integer billingDay,
        List<SubscriptionEvent> planned,
        List<CarriedDiscount> discounts) {

    public Carried {
        planned = List.copyOf(planned);
        discounts = List.copyOf(discounts);
    }

    /**
     * Refuses with {@code invalid-state} what rests on that day: it has to be decided first whether it goes on.
     *
     * @param thawed whether a freeze that lasts now is over by then
     */
    static Carried of(
            Subscription service, History history, LocalDate on, List<CarriedDiscount> discounts, boolean thawed) {
        LocalDate start = history.start();
        LocalDate from = start.isAfter(on) ? start : on;
        SubscriptionStatus status = history.statusOn(from);
        if (status != SubscriptionStatus.ACTIVE && !(thawed && status == SubscriptionStatus.FROZEN)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.handover.rests", from));
        }
        BigDecimal own = null;
        Integer billingDay = null;
        for (SubscriptionEvent event : history.events()) {
            if (!event.on().isAfter(from)) {
                own = event.tariffId() == null ? own : event.price();
                billingDay = event.billingDay() == null ? billingDay : event.billingDay();
            }
        }
        List<SubscriptionEvent> later = history.between(from, LocalDate.MAX);
        Set<UUID> changes = History.changes(later);
        List<SubscriptionEvent> planned = later.stream()
                .filter(event -> event.kind() != EventKind.FEE || changes.contains(event.groupId()))
                .toList();
        return new Carried(
                service.id(), service.addonOf(), from, history.tariffOn(from), own, billingDay, planned, discounts);
    }
}

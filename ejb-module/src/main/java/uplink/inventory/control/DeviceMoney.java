package uplink.inventory.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceModel;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * What customers pay for devices: a sale is a fee on one of their services, a rent an add-on beside it. Both are charged by
 * the next bill run like everything else. Whoever may issue devices may do so at the prices that stand.
 */
public final class DeviceMoney {

    private final Subscriptions subscriptions;
    private final LocalDate today;

    public DeviceMoney(Subscriptions subscriptions, LocalDate today) {
        this.subscriptions = subscriptions;
        this.today = today;
    }

    /**
     * Charges what the terms cost. The customer is locked.
     *
     * @param currency of the customer's account. Refusals: {@code not-allowed} when the model is not sold or let, or there
     *     is no service to charge; and those of fees and subscriptions
     */
    public Target charge(DeviceIssue wish, DeviceModel model, String serial, String currency) {
        return switch (wish.terms()) {
            case LOAN -> Target.loan(wish.customerId());
            case SALE -> asClerk(() -> sell(wish, model, serial, currency));
            case RENT -> asClerk(() -> let(wish, model));
        };
    }

    private Target sell(DeviceIssue wish, DeviceModel model, String serial, String currency) {
        BigDecimal own = wish.price();
        BigDecimal price = own == null ? model.price() : own;
        if (price == null || (own == null && !model.currency().equals(currency))) {
            throw refused("inventory.sale.no-price");
        }
        String text = model.label() + ", S/N " + serial;
        UUID fee = subscriptions
                .addFee(service(wish).id(), new NewFeeCharge(today, null, price, text, model.taxClass()))
                .id();
        return Target.sale(wish.customerId(), fee, price);
    }

    private Target let(DeviceIssue wish, DeviceModel model) {
        UUID tariff = model.rentTariffId();
        if (tariff == null) {
            throw refused("inventory.rent.none");
        }
        SubscriptionRow service = service(wish);
        SubscriptionRow rent = subscriptions.startDeviceRent(new NewSubscription(
                wish.customerId(), service.contractId(), tariff, today, wish.price(), service.id()));
        return Target.rent(wish.customerId(), rent.id(), rent.price());
    }

    /** The named service of the customer, or the oldest that goes on. */
    private SubscriptionRow service(DeviceIssue wish) {
        UUID named = wish.serviceId();
        return subscriptions.ofCustomer(wish.customerId()).stream()
                .filter(row ->
                        row.addonOf() == null && goesOn(row) && !row.startedOn().isAfter(today))
                .filter(row -> named == null || named.equals(row.id()))
                .min(Comparator.comparing(SubscriptionRow::startedOn).thenComparing(SubscriptionRow::id))
                .orElseThrow(() -> refused("inventory.no-service"));
    }

    /** The rent ends today; where it has ended before, with its service, there is nothing to do. The customer is locked. */
    public void endRent(@Nullable UUID rent) {
        if (rent != null) {
            asClerk(() -> {
                SubscriptionRow row = subscriptions.get(rent);
                return goesOn(row) ? subscriptions.cancel(rent, today) : row;
            });
        }
    }

    private boolean goesOn(SubscriptionRow row) {
        LocalDate end = row.endedOn();
        return end == null || end.isAfter(today);
    }

    private static BusinessException refused(String why) {
        return new BusinessException(ProblemType.NOT_ALLOWED, Text.of(why));
    }

    /** The fee and the rent belong to the issue of the device: its permission is enough for them. */
    private static <T> T asClerk(Supplier<T> work) {
        Caller caller = Callers.current();
        if (caller.isSystem()) {
            return work.get();
        }
        Set<Permission> permissions = EnumSet.of(Permission.CUSTOMER_WRITE, Permission.CUSTOMER_READ);
        permissions.addAll(caller.permissions());
        return Callers.as(new Caller(caller.userId(), caller.customerId(), caller.name(), permissions), work);
    }
}

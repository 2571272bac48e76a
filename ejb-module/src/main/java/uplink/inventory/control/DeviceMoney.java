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
import uplink.shared.FieldError;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * What customers pay for devices: a sale is a fee on one of their services, a rent an add-on beside it. Both are charged by
 * the next bill run like everything else. Whoever may issue devices may do so at the prices that stand.
 */
public final class DeviceMoney {

    /** What a fee's text and a line of an invoice may have. */
    private static final int LONGEST_LINE = 200;

    private static final Set<String> PRICES = Set.of("price", "amount");

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
     *     is no service to charge, or the charge itself is; {@code validation} of the price
     */
    public Target charge(DeviceIssue wish, DeviceModel model, String serial, String currency) {
        return switch (wish.terms()) {
            case LOAN -> Target.loan(wish.customerId());
            case SALE -> told(() -> asClerk(() -> sell(wish, model, serial, currency)));
            case RENT -> told(() -> asClerk(() -> let(wish, model)));
        };
    }

    private Target sell(DeviceIssue wish, DeviceModel model, String serial, String currency) {
        BigDecimal own = wish.price();
        BigDecimal price = own == null ? model.price() : own;
        if (price == null || (own == null && !model.currency().equals(currency))) {
            throw refused("inventory.sale.no-price");
        }
        UUID fee = subscriptions
                .addFee(service(wish).id(), new NewFeeCharge(today, null, price, line(model, serial), model.taxClass()))
                .id();
        return Target.sale(wish.customerId(), fee, price);
    }

    /** The serial is whole, whatever is left for the model. */
    private static String line(DeviceModel model, String serial) {
        String named = ", S/N " + serial;
        String label = model.label();
        int room = LONGEST_LINE - named.length();
        return (label.length() <= room ? label : label.substring(0, room - 1).strip() + "…") + named;
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

    /** What the charge refuses, by the fields of the issue: of what makes a charge it names the price only. */
    private static Target told(Supplier<Target> charge) {
        try {
            return charge.get();
        } catch (BusinessException refused) {
            throw refused.errors().stream()
                    .findFirst()
                    .map(DeviceMoney::ofIssue)
                    .orElse(refused);
        }
    }

    private static BusinessException ofIssue(FieldError error) {
        return PRICES.contains(error.field())
                ? BusinessException.invalid("price", error.message())
                : new BusinessException(ProblemType.NOT_ALLOWED, error.message());
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

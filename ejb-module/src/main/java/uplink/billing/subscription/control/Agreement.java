package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.entity.Subscription;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** What may be agreed with a customer: under which contract, on which tariff, at which price. */
public final class Agreement {

    /** A fee as it will be charged. */
    public record Fee(BigDecimal amount, String text, @Nullable String taxClass) {}

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final SubscriptionRows rows;

    public Agreement(SubscriptionRows rows) {
        this.rows = rows;
    }

    /** The named contract of the customer, or the only one that goes on; in force on that day. */
    public SubscriptionRows.UnderContract contract(UUID customer, @Nullable UUID contract, LocalDate on) {
        var found = rows.contracts(customer, contract);
        if (found.isEmpty()) {
            throw BusinessException.notFound();
        }
        SubscriptionRows.UnderContract first = found.get(0);
        boolean several = found.size() > 1 && found.get(1).closedOn() == null;
        if (contract == null && several) {
            throw BusinessException.invalid("contractId", Text.of("subscription.contract.which"));
        }
        if (!first.customerStatus().equals("active")) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.customer.closed"));
        }
        LocalDate closed = first.closedOn();
        if (closed != null && !on.isBefore(closed)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.contract.ended", closed));
        }
        if (on.isBefore(EARLIEST)) {
            throw BusinessException.invalid("startsOn", Text.of("subscription.too-early"));
        }
        return first;
    }

    /** The service that an add-on is sold with; empty for a service of its own. */
    public Optional<SubscriptionRows.Main> main(NewSubscription wanted, LocalDate on) {
        boolean addon = rows.isAddon(wanted.tariffId()).orElse(false);
        if (!addon) {
            if (wanted.addonOf() != null) {
                throw BusinessException.invalid("addonOf", Text.of("subscription.addon.not-one"));
            }
            return Optional.empty();
        }
        var found = rows.mains(wanted.customerId(), wanted.contractId(), wanted.addonOf(), on);
        if (found.size() != 1) {
            throw BusinessException.invalid("addonOf", Text.of("subscription.addon.which"));
        }
        return Optional.of(found.get(0));
    }

    /** A service of its own stays one, an add-on an add-on. */
    public void checkSameSort(Subscription subscription, UUID tariff) {
        if (rows.isAddon(tariff).orElse(false) != (subscription.addonOf() != null)) {
            throw BusinessException.invalid("tariffId", Text.of("subscription.addon.other-sort"));
        }
    }

    /** The earlier of two days, either of which may be missing. */
    public static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    public SubscriptionRows.UnderContract contract(Subscription of) {
        return rows.contracts(of.customerId(), of.contractId()).get(0);
    }

    /** The tariff is offered on that day, to such a customer, in the account's currency. */
    public void checkOffer(UUID tariff, LocalDate on, SubscriptionRows.UnderContract contract) {
        if (!offered(tariff, on).active()) {
            throw notOffered(on);
        }
        checkFits(tariff, on, contract);
    }

    private SubscriptionRows.Offered offered(UUID tariff, LocalDate on) {
        return rows.offered(tariff, on)
                .orElseThrow(() -> BusinessException.invalid("tariffId", Text.of("subscription.tariff.unknown")));
    }

    private static BusinessException notOffered(LocalDate on) {
        return new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.tariff.not-offered", on));
    }

    /** Such a customer can have the tariff on that day, whether it is still offered or not. */
    public void checkFits(UUID tariff, LocalDate on, SubscriptionRows.UnderContract contract) {
        SubscriptionRows.Offered offered = offered(tariff, on);
        String currency = offered.currency();
        if (currency == null) {
            throw notOffered(on);
        }
        String audience = offered.audience();
        if (audience != null && !audience.equals(contract.customerKind())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.tariff.audience"));
        }
        if (!currency.equals(contract.currency())) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Text.of("subscription.tariff.currency", contract.currency()));
        }
    }

    public void checkPrice(@Nullable BigDecimal price, String currency) {
        if (price != null) {
            checkAmount("price", price, currency, price.signum() >= 0);
        }
    }

    private static void checkAmount(String field, BigDecimal amount, String currency, boolean inRange) {
        int scale = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > scale) {
            throw BusinessException.invalid(field, Text.of("shared.money.scale", currency, scale));
        }
        if (!inRange || !Money.isInRange(amount)) {
            throw BusinessException.invalid(field, Text.of("subscription.amount"));
        }
    }

    /** The fee of the price list in the customer's language, or what was named instead. */
    public Fee fee(NewFeeCharge wanted, SubscriptionRows.UnderContract contract) {
        UUID id = wanted.feeId();
        String taxClass = wanted.taxClass();
        if (taxClass != null && !rows.isTaxClass(taxClass)) {
            throw BusinessException.invalid("taxClass", Text.of("subscription.tax-class"));
        }
        if (id != null) {
            SubscriptionRows.ListedFee listed = rows.fee(id)
                    .filter(f -> f.currency().equals(contract.currency()))
                    .orElseThrow(() -> BusinessException.invalid("feeId", Text.of("subscription.fee.unknown")));
            String name = contract.locale().equals("en") ? listed.nameEn() : listed.nameRu();
            return checked(
                    new Fee(
                            wanted.amount() == null ? listed.amount() : wanted.amount(),
                            wanted.text() == null || wanted.text().isBlank() ? name : wanted.text(),
                            taxClass == null ? listed.taxClass() : taxClass),
                    contract);
        }
        BigDecimal amount = wanted.amount();
        String text = wanted.text();
        if (amount == null) {
            throw BusinessException.invalid("amount", Text.of("shared.validation.required"));
        }
        if (text == null || text.isBlank()) {
            throw BusinessException.invalid("text", Text.of("shared.validation.required"));
        }
        return checked(new Fee(amount, text.strip(), taxClass), contract);
    }

    private static Fee checked(Fee fee, SubscriptionRows.UnderContract contract) {
        checkAmount("amount", fee.amount(), contract.currency(), fee.amount().signum() > 0);
        if (fee.text().length() > 200) {
            throw BusinessException.invalid("text", Text.of("shared.validation.too-long", 200));
        }
        return fee;
    }

    /** Nothing is granted to what has ended by then. */
    public void refuseCancelled(Subscription subscription, LocalDate from) {
        LocalDate end = subscription.endedOn();
        if (end != null && !from.isBefore(end)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.cancelled", end));
        }
    }
}

package uplink.catalog.control;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.PartRule;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Timing;
import uplink.shared.Ids;
import uplink.shared.Money;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What a version must say, and what it says when nothing is said. */
public final class VersionRules {

    private final Validation validation;
    private final Set<String> taxClasses;

    public VersionRules(Validation validation, Set<String> taxClasses) {
        this.validation = validation;
        this.taxClasses = taxClasses;
    }

    /**
     * The version with its defaults, which are those of the version before it when there is one.
     *
     * @param path what stands before a field's name in errors, for example {@code firstVersion.}
     */
    public TariffVersion complete(String path, NewTariffVersion wanted, @Nullable TariffVersion before) {
        validation.require(path + "validFrom", wanted.validFrom());
        speed(path + "speedDown", wanted.speedDown());
        speed(path + "speedUp", wanted.speedUp());
        String currency = or(wanted.currency(), before == null ? Settings.currency() : before.currency());
        checkAmount(validation, path + "price", wanted.price(), currency);
        String taxClass = or(wanted.taxClass(), before == null ? "standard" : before.taxClass());
        validation.check(taxClasses.contains(taxClass), path + "taxClass", Text.of("catalog.tax-class.unknown"));
        return new TariffVersion(
                Ids.next(),
                wanted.validFrom(),
                null,
                validation.text(path + "nameRu", wanted.nameRu(), 200),
                validation.text(path + "nameEn", wanted.nameEn(), 200),
                wanted.speedDown(),
                wanted.speedUp(),
                wanted.price(),
                currency,
                or(wanted.period(), before == null ? Period.P1M : before.period()),
                or(wanted.timing(), before == null ? Timing.ADVANCE : before.timing()),
                or(wanted.spread(), before == null ? Spread.PERIOD : before.spread()),
                or(wanted.firstPart(), before == null ? PartRule.PRORATE : before.firstPart()),
                or(wanted.lastPart(), before == null ? PartRule.PRORATE : before.lastPart()),
                taxClass);
    }

    private void speed(String field, @Nullable Integer kbits) {
        validation.check(kbits == null || kbits > 0, field, Text.of("catalog.speed.positive"));
    }

    /** An amount must be there, not below zero, in a known currency and at its scale. */
    public static void checkAmount(Validation validation, String field, @Nullable BigDecimal amount, String currency) {
        validation.require(field, amount);
        boolean known = Money.isCurrency(currency);
        validation.check(known, "currency", Text.of("catalog.currency.unknown"));
        if (amount != null && known) {
            validation.check(amount.signum() >= 0 && Money.isInRange(amount), field, Text.of("catalog.amount.range"));
            validation.scaled(field, amount, currency);
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}

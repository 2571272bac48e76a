package uplink.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.control.PriceListRows;
import uplink.catalog.control.VersionRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Discounts of the price list. Whoever was granted one keeps its terms. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Discounts {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** All of them, by code. */
    public List<Discount> list() {
        return rows().discounts();
    }

    /** Refusals: {@code not-found}. */
    public Discount get(UUID id) {
        return rows().discount(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public Discount create(NewDiscount wanted) {
        Discount discount = checked(Ids.next(), wanted, 0);
        rows().add(discount);
        return discount;
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public Discount replace(UUID id, @Nullable Integer version, NewDiscount wanted) {
        int now = get(id).version();
        rows().replace(checked(id, wanted, version == null ? now : version));
        return get(id);
    }

    private static Discount checked(UUID id, NewDiscount wanted, int version) {
        Validation validation = new Validation();
        BigDecimal percent = wanted.percent();
        BigDecimal amount = wanted.amount();
        validation.check((percent == null) != (amount == null), "percent", Text.of("catalog.discount.one-of"));
        validation.check(percent == null || isPercent(percent), "percent", Text.of("catalog.percent"));
        if (amount != null) {
            VersionRules.checkAmount(validation, "amount", amount, Settings.currency());
            validation.check(amount.signum() > 0, "amount", Text.of("catalog.amount.positive"));
        }
        Integer periods = wanted.periods();
        validation.check(periods == null || periods > 0, "periods", Text.of("catalog.discount.periods"));
        Discount discount = new Discount(
                id,
                validation.text("code", wanted.code(), 63),
                validation.text("nameRu", wanted.nameRu(), 200),
                validation.text("nameEn", wanted.nameEn(), 200),
                percent,
                amount,
                periods,
                wanted.active() == null || wanted.active(),
                version);
        validation.done();
        return discount;
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.signum() > 0
                && percent.compareTo(WHOLE) <= 0
                && percent.stripTrailingZeros().scale() <= 3;
    }

    private PriceListRows rows() {
        return new PriceListRows(database);
    }
}

package uplink.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.control.PriceListRows;
import uplink.catalog.control.TaxRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Tax classes and their rates by date. A period is taxed by the rate of the day on which it begins. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Taxes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<TaxRateAdded> rateAdded;

    /** All classes, by code. */
    public List<TaxClass> list() {
        return rows().all();
    }

    /** Refusals: {@code not-found}. */
    public TaxClass get(String code) {
        return list().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public TaxClass create(NewTaxClass wanted) {
        Validation validation = new Validation();
        String code = validation.text("code", wanted.code(), 31);
        validation.check(code.isEmpty() || CODE.matcher(code).matches(), "code", Text.of("catalog.tax-class.format"));
        String nameRu = validation.text("nameRu", wanted.nameRu(), 200);
        String nameEn = validation.text("nameEn", wanted.nameEn(), 200);
        check(validation, "rate.", wanted.rate());
        validation.done();
        if (rows().codes().contains(code)) {
            throw PriceListRows.codeTaken();
        }
        rows().addClass(new TaxClass(code, nameRu, nameEn, List.of()));
        TaxRate rate = wanted.rate();
        if (rate != null) {
            rows().addRate(code, rate);
        }
        return get(code);
    }

    /**
     * Adds the rate that holds from a day on. Periods from then on that are charged already are corrected by the next bill
     * run. Refusals: {@code not-found}, {@code validation}, {@code invalid-state} when
     * it begins before today or before the newest rate.
     */
    @Allowed(Permission.CATALOG_WRITE)
    public TaxClass addRate(String code, TaxRate rate) {
        PriceList.change(Sql.in(database));
        TaxClass of = get(code);
        Validation validation = new Validation();
        check(validation, "", rate);
        validation.done();
        TaxRate last = of.rates().isEmpty() ? null : of.rates().get(of.rates().size() - 1);
        boolean inOrder = last == null || rate.validFrom().isAfter(last.validFrom());
        if (!inOrder || rate.validFrom().isBefore(clock.today())) {
            Text why = Text.of("catalog.tax-rate.order");
            throw new BusinessException(
                    ProblemType.INVALID_STATE, why, List.of(new FieldError("validFrom", why)), Map.of());
        }
        rows().addRate(code, rate);
        rateAdded.fire(new TaxRateAdded(code, rate.validFrom()));
        return get(code);
    }

    private static void check(Validation validation, String path, @Nullable TaxRate rate) {
        validation.require(path.isEmpty() ? "rate" : path.substring(0, path.length() - 1), rate);
        if (rate != null) {
            BigDecimal percent = rate.rate();
            validation
                    .require(path + "validFrom", rate.validFrom())
                    .require(path + "mode", rate.mode())
                    .require(path + "rate", percent)
                    .check(
                            percent == null
                                    || (percent.signum() >= 0
                                            && percent.compareTo(WHOLE) < 0
                                            && percent.stripTrailingZeros().scale() <= 3),
                            path + "rate",
                            Text.of("catalog.percent"));
        }
    }

    private TaxRows rows() {
        return new TaxRows(database);
    }
}

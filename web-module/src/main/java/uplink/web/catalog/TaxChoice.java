package uplink.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TaxClass;
import uplink.catalog.boundary.TaxRate;
import uplink.catalog.boundary.Taxes;
import uplink.shared.BusinessClock;
import uplink.web.shell.Reader;

/** The tax classes, for drop-down lists and for their names. */
@Named
@RequestScoped
public class TaxChoice {

    @Inject
    private Taxes taxes;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable List<TaxClass> rows;

    public List<TaxClass> getRows() {
        if (rows == null) {
            rows = taxes.list();
        }
        return rows;
    }

    public String name(String code) {
        return getRows().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> reader.name(row.nameRu(), row.nameEn()))
                .findFirst()
                .orElse(code);
    }

    /** Whether a rate holds today: the newest that has begun. */
    public boolean isCurrent(TaxClass of, TaxRate rate) {
        LocalDate today = clock.today();
        return of.rates().stream()
                .filter(r -> !r.validFrom().isAfter(today))
                .reduce((earlier, later) -> later)
                .filter(rate::equals)
                .isPresent();
    }
}

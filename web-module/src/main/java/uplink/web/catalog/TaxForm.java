package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.NewTaxClass;
import uplink.catalog.boundary.TaxClass;
import uplink.catalog.boundary.TaxMode;
import uplink.catalog.boundary.TaxRate;
import uplink.catalog.boundary.Taxes;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.NamedForm;

/** A new rate of a tax class from a day on, or a new class with its first rate. */
@Named
@ViewScoped
public class TaxForm extends NamedForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Taxes taxes;

    @Inject
    private BusinessClock clock;

    private @Nullable String of;
    private transient @Nullable TaxClass known;
    private @Nullable LocalDate validFrom;
    private @Nullable BigDecimal rate;
    private TaxMode mode = TaxMode.INCLUDED;

    /** A new rate usually comes with a new month, and is applied as the last one was. */
    public void load() {
        validFrom = isNew() ? clock.today() : clock.today().withDayOfMonth(1).plusMonths(1);
        List<TaxRate> rates = isNew() ? List.of() : getKnown().rates();
        if (!rates.isEmpty()) {
            mode = rates.get(rates.size() - 1).mode();
        }
    }

    /** The class that is given another rate. */
    public TaxClass getKnown() {
        if (known == null) {
            known = taxes.get(Go.given(of));
        }
        return known;
    }

    public void save() {
        TaxRate wanted = new TaxRate(Go.given(validFrom), Go.given(rate), mode);
        if (isNew()) {
            taxes.create(new NewTaxClass(getCode(), getNameRu(), getNameEn(), wanted));
        } else {
            taxes.addRate(Go.given(of), wanted);
        }
        Go.to("/price-list", isNew() ? "tax.created" : "tax.rate-added");
    }

    public boolean isNew() {
        return of == null;
    }

    public TaxMode[] getModes() {
        return TaxMode.values();
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable BigDecimal getRate() {
        return rate;
    }

    public void setRate(@Nullable BigDecimal rate) {
        this.rate = rate;
    }

    public TaxMode getMode() {
        return mode;
    }

    public void setMode(TaxMode mode) {
        this.mode = mode;
    }
}

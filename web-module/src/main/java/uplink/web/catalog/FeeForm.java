package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Fee;
import uplink.catalog.boundary.Fees;
import uplink.catalog.boundary.NewFee;
import uplink.web.shell.Go;

/** A one-off fee of the price list: added, changed, taken off the list and put back. */
@Named
@ViewScoped
public class FeeForm extends PriceListForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Fees fees;

    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private String taxClass = "standard";

    public void load() {
        if (!isNew()) {
            show(fees.get(key()));
        }
    }

    private void show(Fee fee) {
        show(fee.version(), fee.active(), fee.code(), fee.nameRu(), fee.nameEn());
        amount = fee.amount();
        currency = fee.currency();
        taxClass = fee.taxClass();
    }

    public void save() {
        if (isNew()) {
            fees.create(wanted(true));
        } else {
            fees.replace(key(), version(), wanted(isActive()));
        }
        Go.to("/price-list", isNew() ? "fee.created" : "fee.saved");
    }

    /** Ends the sale of what is kept, not of what is typed; or begins it again. */
    public void turn() {
        Fee kept = fees.get(key());
        boolean on = !kept.active();
        fees.replace(
                kept.id(),
                version(),
                new NewFee(
                        kept.code(),
                        kept.nameRu(),
                        kept.nameEn(),
                        kept.amount(),
                        kept.currency(),
                        kept.taxClass(),
                        on));
        Go.to("/price-list", on ? "fee.offered" : "fee.withdrawn");
    }

    private NewFee wanted(boolean on) {
        return new NewFee(
                Go.given(getCode()),
                Go.given(getNameRu()),
                Go.given(getNameEn()),
                Go.given(amount),
                currency,
                taxClass,
                on);
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public String getTaxClass() {
        return taxClass;
    }

    public void setTaxClass(String taxClass) {
        this.taxClass = taxClass;
    }
}

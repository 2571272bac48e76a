package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Fee;
import uplink.catalog.boundary.Fees;
import uplink.catalog.boundary.NewFee;
import uplink.web.shell.Go;

/** A one-off fee of the price list: added, changed, taken off the list and put back. */
@Named
@ViewScoped
public class FeeForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Fees fees;

    private @Nullable String id;
    private @Nullable Integer version;
    private boolean active = true;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private String taxClass = "standard";

    public void load() {
        if (!isNew()) {
            show(fees.get(Go.id(id)));
        }
    }

    private void show(Fee fee) {
        version = fee.version();
        active = fee.active();
        code = fee.code();
        nameRu = fee.nameRu();
        nameEn = fee.nameEn();
        amount = fee.amount();
        currency = fee.currency();
        taxClass = fee.taxClass();
    }

    public void save() {
        if (isNew()) {
            fees.create(wanted(true));
        } else {
            fees.replace(Go.id(id), version, wanted(active));
        }
        Go.to("/price-list", isNew() ? "fee.created" : "fee.saved");
    }

    /** Ends the sale of what is kept, not of what is typed; or begins it again. */
    public void turn() {
        Fee kept = fees.get(Go.id(id));
        boolean on = !kept.active();
        fees.replace(
                kept.id(),
                version,
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
        return new NewFee(Go.given(code), Go.given(nameRu), Go.given(nameEn), Go.given(amount), currency, taxClass, on);
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
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

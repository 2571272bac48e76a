package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Discount;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.web.shell.Go;

/** A discount of the price list: added, changed, taken off the list and put back. */
@Named
@ViewScoped
public class DiscountForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Discounts discounts;

    private @Nullable String id;
    private @Nullable Integer version;
    private boolean active = true;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private @Nullable BigDecimal percent;
    private @Nullable BigDecimal amount;
    private @Nullable Integer periods;

    public void load() {
        if (!isNew()) {
            show(discounts.get(Go.id(id)));
        }
    }

    private void show(Discount discount) {
        version = discount.version();
        active = discount.active();
        code = discount.code();
        nameRu = discount.nameRu();
        nameEn = discount.nameEn();
        percent = discount.percent();
        amount = discount.amount();
        periods = discount.periods();
    }

    public void save() {
        NewDiscount wanted =
                new NewDiscount(Go.given(code), Go.given(nameRu), Go.given(nameEn), percent, amount, periods, active);
        if (isNew()) {
            discounts.create(wanted);
        } else {
            discounts.replace(Go.id(id), version, wanted);
        }
        Go.to("/price-list", isNew() ? "discount.created" : "discount.saved");
    }

    /** Ends the sale of what is kept, not of what is typed; or begins it again. */
    public void turn() {
        Discount kept = discounts.get(Go.id(id));
        boolean on = !kept.active();
        discounts.replace(
                kept.id(),
                version,
                new NewDiscount(
                        kept.code(), kept.nameRu(), kept.nameEn(), kept.percent(), kept.amount(), kept.periods(), on));
        Go.to("/price-list", on ? "discount.offered" : "discount.withdrawn");
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

    public @Nullable BigDecimal getPercent() {
        return percent;
    }

    public void setPercent(@Nullable BigDecimal percent) {
        this.percent = percent;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable Integer getPeriods() {
        return periods;
    }

    public void setPeriods(@Nullable Integer periods) {
        this.periods = periods;
    }
}

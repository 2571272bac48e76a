package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Discount;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.web.shell.Go;

/** A discount of the price list: added, changed, taken off the list and put back. */
@Named
@ViewScoped
public class DiscountForm extends PriceListForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Discounts discounts;

    private @Nullable BigDecimal percent;
    private @Nullable BigDecimal amount;
    private @Nullable Integer periods;

    public void load() {
        if (!isNew()) {
            show(discounts.get(key()));
        }
    }

    private void show(Discount discount) {
        show(discount.version(), discount.active(), discount.code(), discount.nameRu(), discount.nameEn());
        percent = discount.percent();
        amount = discount.amount();
        periods = discount.periods();
    }

    public void save() {
        NewDiscount wanted = new NewDiscount(
                Go.given(getCode()),
                Go.given(getNameRu()),
                Go.given(getNameEn()),
                percent,
                amount,
                periods,
                isActive());
        if (isNew()) {
            discounts.create(wanted);
        } else {
            discounts.replace(key(), version(), wanted);
        }
        Go.to("/price-list", isNew() ? "discount.created" : "discount.saved");
    }

    /** Ends the sale of what is kept, not of what is typed; or begins it again. */
    public void turn() {
        Discount kept = discounts.get(key());
        boolean on = !kept.active();
        discounts.replace(
                kept.id(),
                version(),
                new NewDiscount(
                        kept.code(), kept.nameRu(), kept.nameEn(), kept.percent(), kept.amount(), kept.periods(), on));
        Go.to("/price-list", on ? "discount.offered" : "discount.withdrawn");
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

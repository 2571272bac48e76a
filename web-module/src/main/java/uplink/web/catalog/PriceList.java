package uplink.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.ChangeRules;
import uplink.catalog.boundary.Discount;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.Fee;
import uplink.catalog.boundary.Fees;

/** What is in the price list besides tariffs: fees, discounts, rules for changes. Taxes are in {@link TaxChoice}. */
@Named
@RequestScoped
public class PriceList {

    @Inject
    private Fees fees;

    @Inject
    private Discounts discounts;

    @Inject
    private ChangeRules rules;

    private @Nullable List<ChangeRule> ruleRows;
    private @Nullable List<Fee> feeRows;
    private @Nullable List<Discount> discountRows;

    public List<Fee> getFees() {
        if (feeRows == null) {
            feeRows = fees.list();
        }
        return feeRows;
    }

    public List<Discount> getDiscounts() {
        if (discountRows == null) {
            discountRows = discounts.list();
        }
        return discountRows;
    }

    /** How customers may change their tariff: the rule for all first. */
    public List<ChangeRule> getRules() {
        if (ruleRows == null) {
            ruleRows = rules.list();
        }
        return ruleRows;
    }

    /** What can be charged. */
    public List<Fee> getOfferedFees() {
        return getFees().stream().filter(Fee::active).toList();
    }

    /** What can be granted. */
    public List<Discount> getOfferedDiscounts() {
        return getDiscounts().stream().filter(Discount::active).toList();
    }
}

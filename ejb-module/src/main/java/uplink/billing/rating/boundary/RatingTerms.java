package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tariff version says about money. One instance may serve every subscriber of the version; the billing day is
 * the contract's and stands in the {@link TimelineEvent}.
 *
 * @param price what a whole period costs, in currency units, not below zero
 * @param first what the part before the first billing day costs
 * @param last what the part after the last billing day costs
 * @param tariffVersionId for reports; the engine only hands it on
 */
public record RatingTerms(
        BigDecimal price,
        Period period,
        Timing timing,
        Spread spread,
        PartRule first,
        PartRule last,
        TaxTerms tax,
        @Nullable UUID tariffVersionId) {

    /** The defaults: a month, in advance, one charge, parts prorated, no tax. */
    public static RatingTerms monthly(BigDecimal price) {
        return new RatingTerms(
                price,
                Period.P1M,
                Timing.ADVANCE,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.NONE,
                null);
    }

    /** The same terms at another price. */
    public RatingTerms at(BigDecimal newPrice) {
        return new RatingTerms(newPrice, period, timing, spread, first, last, tax, tariffVersionId);
    }
}

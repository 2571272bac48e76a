package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timing;

/** Terms to rate by, and lines as short texts. */
abstract class RuleCases {

    static RatingTerms terms(String price, Period period, Timing timing, Spread spread) {
        return new RatingTerms(
                new BigDecimal(price),
                period,
                timing,
                spread,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.NONE,
                new UUID(7, 7));
    }

    static RatingTerms parts(PartRule first, PartRule last) {
        return new RatingTerms(
                new BigDecimal("31.00"), Period.P1M, Timing.ADVANCE, Spread.PERIOD, first, last, TaxTerms.NONE, null);
    }

    static RatingTerms taxed(String price, TaxTerms tax) {
        return new RatingTerms(
                new BigDecimal(price),
                Period.P1M,
                Timing.ADVANCE,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                tax,
                null);
    }

    static List<String> told(RatedInvoice invoice) {
        return invoice.lines().stream()
                .map(l -> l.from() + ".." + l.to() + " " + l.amount())
                .toList();
    }
}

package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxRate;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timing;

/** Random terms from a seed: the same seed, the same story. */
final class Chance {

    final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean in(int bound) {
        return below(bound) == 0;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    BigDecimal price() {
        return BigDecimal.valueOf(of(0, 1, 99, 1000, 24995, 59995, 100000, 33333 + below(1000)), 2);
    }

    LocalDate day(LocalDate from, int days) {
        return from.plusDays(below(days));
    }

    RatingTerms terms() {
        TaxTerms tax = in(3)
                ? new TaxTerms(List.of(
                        new TaxRate(LocalDate.of(2019, 1, 1), TaxMode.INCLUDED, BigDecimal.valueOf(20)),
                        new TaxRate(LocalDate.of(2026, 1, 1), TaxMode.INCLUDED, BigDecimal.valueOf(22))))
                : TaxTerms.NONE;
        return new RatingTerms(
                price(),
                of(Period.P1M, Period.P1M, Period.P1M, Period.P3M, Period.P1Y, Period.P1D),
                of(Timing.ADVANCE, Timing.ADVANCE, Timing.ARREARS),
                of(Spread.PERIOD, Spread.PERIOD, Spread.PERIOD, Spread.DAILY),
                of(PartRule.PRORATE, PartRule.PRORATE, PartRule.FULL, PartRule.FREE),
                of(PartRule.PRORATE, PartRule.PRORATE, PartRule.FULL, PartRule.FREE),
                tax,
                null);
    }

    List<Discount> discounts(LocalDate around) {
        List<Discount> discounts = new ArrayList<>();
        if (in(3)) {
            Integer periods = in(2) ? 1 + below(4) : null;
            discounts.add(new Discount(BigDecimal.valueOf(of(10, 15, 33, 100)), null, null, periods));
        }
        if (in(3)) {
            LocalDate from = in(2) ? around.plusDays(below(100)) : null;
            discounts.add(new Discount(null, BigDecimal.valueOf(of(100, 5000), 2), from, 1 + below(5)));
        }
        return discounts;
    }
}

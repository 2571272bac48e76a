package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import uplink.billing.rating.boundary.Corrected;
import uplink.billing.rating.boundary.Explanation;

/** Computes a line again from its explanation alone. */
public final class Recomputation {

    private Recomputation() {}

    /** Whether the stored amount and tax are what the explanation says, and its days are those between its dates. */
    public static boolean holds(Explanation e) {
        return e.days() == e.to().toEpochDay() - e.from().toEpochDay()
                && amount(e).compareTo(e.amount()) == 0
                && tax(e).compareTo(e.tax().amount()) == 0;
    }

    /** The amount, below zero for an adjustment. */
    public static BigDecimal amount(Explanation e) {
        int scale = Proration.scale(e.currency());
        BigDecimal rate = Discounts.rate(e.price(), e.discounts());
        Corrected corrected = e.corrected();
        return switch (e.kind()) {
            case FEE -> rate.setScale(scale, RoundingMode.HALF_UP);
            case ADJUSTMENT ->
                (corrected == null || corrected.remaining() == null
                                ? Proration.part(rate, e.days(), e.ofDays(), scale)
                                : corrected.remaining())
                        .negate();
            case RECURRING ->
                e.share() > 0
                        ? Proration.share(rate, e.share(), e.ofDays(), scale)
                        : Proration.part(rate, e.days(), e.ofDays(), scale);
        };
    }

    /** The tax that the explanation's amount carries. */
    public static BigDecimal tax(Explanation e) {
        Corrected corrected = e.corrected();
        BigDecimal remaining = corrected == null ? null : corrected.remainingTax();
        return remaining == null
                ? Proration.tax(e.amount(), e.tax().mode(), e.tax().percent(), Proration.scale(e.currency()))
                        .amount()
                : remaining.negate();
    }
}

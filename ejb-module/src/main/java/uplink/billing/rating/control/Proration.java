package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.TaxMode;

/** The arithmetic of a line: exact fractions, rounded once, HALF_UP, to the currency's minor unit. */
final class Proration {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Proration() {}

    static int scale(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** What some days of a period cost. */
    static BigDecimal part(BigDecimal rate, int days, int ofDays, int scale) {
        return days == ofDays
                ? rate.setScale(scale, RoundingMode.HALF_UP)
                : rate.multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(ofDays), scale, RoundingMode.HALF_UP);
    }

    /** What one day costs, so that the days of a period add up to its price: the growth of the rounded sum. */
    static BigDecimal share(BigDecimal rate, int day, int ofDays, int scale) {
        return part(rate, day, ofDays, scale).subtract(part(rate, day - 1, ofDays, scale));
    }

    /** The tax on an amount of either sign. */
    static LineTax tax(BigDecimal amount, TaxMode mode, BigDecimal percent, int scale) {
        if (percent.signum() == 0) {
            return new LineTax(mode, percent, BigDecimal.ZERO.setScale(scale));
        }
        BigDecimal base = mode == TaxMode.INCLUDED ? HUNDRED.add(percent) : HUNDRED;
        return new LineTax(mode, percent, amount.multiply(percent).divide(base, scale, RoundingMode.HALF_UP));
    }

    /** Amount minus exact value in minor units, as a reduced fraction; null when there was nothing to round. */
    static @Nullable String rounding(BigDecimal rate, int days, int ofDays, BigDecimal amount) {
        BigDecimal exact = rate.multiply(BigDecimal.valueOf(days));
        BigDecimal over = amount.multiply(BigDecimal.valueOf(ofDays)).subtract(exact);
        if (over.signum() == 0) {
            return null;
        }
        BigDecimal minor = over.movePointRight(amount.scale()).stripTrailingZeros();
        BigInteger below = BigInteger.valueOf(ofDays).multiply(BigInteger.TEN.pow(Math.max(0, minor.scale())));
        BigInteger above = minor.movePointRight(Math.max(0, minor.scale())).toBigIntegerExact();
        BigInteger common = above.gcd(below);
        return above.divide(common) + "/" + below.divide(common);
    }
}

package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Sums as Stripe counts them: in the currency's smallest unit.
 *
 * @see <a href="https://docs.stripe.com/currencies#zero-decimal">Zero-decimal currencies</a>
 */
final class MinorUnits {

    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    private MinorUnits() {}

    /** Not rounded: a sum that has no such form is a mistake. */
    static long of(BigDecimal amount, String currency) {
        return amount.movePointRight(digits(currency)).longValueExact();
    }

    static BigDecimal amount(long units, String currency) {
        return BigDecimal.valueOf(units, digits(currency));
    }

    private static int digits(String currency) {
        return WHOLE.contains(currency.toUpperCase(Locale.ROOT)) ? 0 : 2;
    }
}

package uplink.billing.payment.control;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums as others write them. */
final class Decimals {

    private Decimals() {}

    /** Null when it is none. The form is checked first: a long exponent would cost more than it is worth. */
    static @Nullable BigDecimal of(@Nullable String text) {
        return text != null && text.matches("\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(text) : null;
    }
}

package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sums as banks write them: a point, at most two digits that count. */
final class Amounts {

    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2}0{0,3})?");

    private Amounts() {}

    /** Null for what is none. */
    static @Nullable BigDecimal of(String text) {
        return WRITTEN.matcher(text).matches() ? new BigDecimal(text).setScale(2) : null;
    }
}

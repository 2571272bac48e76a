package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff with its version of a day.
 *
 * @param period as an ISO 8601 duration
 * @param selfService offered to customers who help themselves
 */
public record Offer(
        UUID tariff,
        String code,
        String kind,
        String nameRu,
        String nameEn,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        String currency,
        String period,
        boolean selfService) {

    /** What a year costs: so that tariffs of different periods can be compared. */
    BigDecimal year() {
        return ofYear(price, period);
    }

    /** The same for a price of a period. */
    public static BigDecimal ofYear(BigDecimal price, String period) {
        return price.multiply(BigDecimal.valueOf(
                switch (period) {
                    case "P1D" -> 365;
                    case "P1M" -> 12;
                    case "P3M" -> 4;
                    default -> 1;
                }));
    }
}

package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A discount on a subscription's recurring charges: either a percentage or a fixed amount a period.
 *
 * @param percent 0 to 100, or null when the discount is an amount
 * @param amount currency units a whole period, prorated like a price, or null when it is a percentage
 * @param from the discount begins with the first period that begins on this day or later; null: with the first
 * @param periods how many billing periods it lasts (a leading part counts as one, a pause does not prolong it); null:
 *     for good
 * @param until no period that begins on this day or later has it; null: as {@code periods} says
 */
public record Discount(
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable LocalDate from,
        @Nullable Integer periods,
        @Nullable LocalDate until) {

    public Discount(
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount,
            @Nullable LocalDate from,
            @Nullable Integer periods) {
        this(percent, amount, from, periods, null);
    }

    /** Refuses what is both or neither. */
    public Discount {
        if ((percent == null) == (amount == null)) {
            throw new IllegalArgumentException("a discount is either a percentage or an amount");
        }
    }
}

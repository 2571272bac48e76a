package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is needed to compute a line's amount again, and to tell it in a sentence. Stored with the charge.
 *
 * @param from first day
 * @param to the day after the last
 * @param days those that are charged or come back
 * @param ofDays days of the whole billing period
 * @param price of a whole period before discounts; a fee's amount; for an adjustment, of the corrected line after
 *     discounts
 * @param discounts those that were applied, percentages first
 * @param share which day of the period a daily share is for, from 1; 0 when the line is no daily share
 * @param remaining for an adjustment that takes back all that was left of its line: what that was; else null
 * @param amount below zero for an adjustment
 * @param remainingTax the same for the tax
 * @param cause null for a plain period
 * @param text a fee's name, else null
 */
public record Explanation(
        LineKind kind,
        Currency currency,
        LocalDate from,
        LocalDate to,
        int days,
        int ofDays,
        BigDecimal price,
        List<Discount> discounts,
        int share,
        @Nullable BigDecimal remaining,
        BigDecimal amount,
        LineTax tax,
        @Nullable BigDecimal remainingTax,
        @Nullable Cause cause,
        @Nullable String text) {}

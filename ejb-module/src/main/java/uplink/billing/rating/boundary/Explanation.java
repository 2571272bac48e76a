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
 * @param amount before a tax on top, with an included one; below zero for an adjustment
 * @param rounding amount minus exact value as a fraction of the minor unit ({@code -3/31}); null when there was nothing
 *     to round, or the amount is what remained of a line
 * @param cause null for a plain period
 * @param text a fee's name, else null
 * @param corrected the line that an adjustment corrects, else null
 * @param invoiceFrom null: goes on the invoice of its run; else the first target date whose invoice may carry the line:
 *     daily shares, and what corrects them, wait for the end of their period
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
        BigDecimal amount,
        @Nullable String rounding,
        LineTax tax,
        @Nullable Cause cause,
        @Nullable String text,
        @Nullable Corrected corrected,
        @Nullable LocalDate invoiceFrom) {

    public Explanation {
        discounts = List.copyOf(discounts);
    }
}

package uplink.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen line of an invoice.
 *
 * @param kind {@code recurring}, {@code adjustment} or {@code fee}
 * @param title the tariff or the fee, as it was called on the day of issue, in the reader's language
 * @param from first day
 * @param to the day after the last
 * @param price of a whole period (a fee's amount)
 * @param amount what the customer owes for the line, tax included; below zero when something comes back
 * @param taxRate percent
 * @param explanation how the amount came about, a sentence in the reader's language
 */
public record InvoiceLine(
        UUID subscriptionId,
        @Nullable UUID tariffId,
        String kind,
        String title,
        LocalDate from,
        LocalDate to,
        int days,
        int ofDays,
        BigDecimal price,
        BigDecimal amount,
        BigDecimal tax,
        BigDecimal taxRate,
        String currency,
        String explanation) {}

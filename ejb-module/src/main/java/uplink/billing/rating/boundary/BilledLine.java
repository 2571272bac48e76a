package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that exists already.
 *
 * @param rate the price of a whole period after discounts, exact (it may have more decimals than the currency)
 * @param amount as charged: before a tax on top, with an included one; below zero for an adjustment
 * @param corrects for an adjustment, the id of the line that it corrects
 * @param tariffVersionId handed on to the adjustments of this line
 * @param invoiceFrom as {@link RatedLine#invoiceFrom} was
 */
public record BilledLine(
        UUID id,
        ChargeKey key,
        LocalDate from,
        LocalDate to,
        int ofDays,
        BigDecimal rate,
        BigDecimal amount,
        LineTax tax,
        @Nullable UUID corrects,
        @Nullable UUID tariffVersionId,
        @Nullable LocalDate invoiceFrom) {}

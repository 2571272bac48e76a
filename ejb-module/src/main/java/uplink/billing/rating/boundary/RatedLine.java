package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge to be written.
 *
 * @param rate the price of a whole period after discounts, exact; store it, a later run compares with it
 * @param corrects for an adjustment, the charge that it corrects
 * @param tariffVersionId the version that set the price; for an adjustment, that of the corrected line
 * @param invoiceFrom null: goes on the invoice of this run; else the first target date whose invoice may carry the
 *     line: daily shares, and what corrects them, wait for the end of their period
 */
public record RatedLine(
        ChargeKey key,
        BigDecimal rate,
        Explanation explanation,
        @Nullable UUID corrects,
        @Nullable UUID tariffVersionId,
        @Nullable LocalDate invoiceFrom) {

    public LocalDate from() {
        return explanation.from();
    }

    public LocalDate to() {
        return explanation.to();
    }

    /** Before a tax on top, with an included one. */
    public BigDecimal amount() {
        return explanation.amount();
    }

    public LineTax tax() {
        return explanation.tax();
    }

    /** What the customer owes for the line. */
    public BigDecimal gross() {
        return tax().mode() == TaxMode.ON_TOP ? amount().add(tax().amount()) : amount();
    }

    /** What the operator earns by the line: without tax. */
    public BigDecimal net() {
        return gross().subtract(tax().amount());
    }

    /** The line as a later run will be shown it. */
    public BilledLine billedAs(UUID id) {
        return new BilledLine(
                id,
                key,
                from(),
                to(),
                explanation.ofDays(),
                rate,
                amount(),
                tax(),
                corrects,
                tariffVersionId,
                invoiceFrom);
    }
}

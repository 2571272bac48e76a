package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge: one to be written when the engine gives it, one that was written when the engine is given it.
 *
 * @param tariffVersionId the version that set the price; for an adjustment, that of the corrected line
 */
public record RatedLine(ChargeKey key, Explanation explanation, @Nullable UUID tariffVersionId) {

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

    /** For an adjustment, the key of the line that it corrects. */
    public @Nullable ChargeKey corrects() {
        Corrected corrected = explanation.corrected();
        return corrected == null ? null : new ChargeKey(corrected.kind(), key.periodStart(), corrected.cause());
    }
}

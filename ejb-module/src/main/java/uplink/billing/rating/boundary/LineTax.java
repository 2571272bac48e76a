package uplink.billing.rating.boundary;

import java.math.BigDecimal;

/** A line's tax: computed and rounded for the line by itself. A rate of nil is an included one. */
public record LineTax(TaxMode mode, BigDecimal percent, BigDecimal amount) {

    public LineTax {
        mode = percent.signum() == 0 ? TaxMode.INCLUDED : mode;
        percent = percent.stripTrailingZeros();
    }
}

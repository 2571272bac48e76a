package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate in percent, where the tax is, and the first day on which that holds. */
public record TaxRate(LocalDate from, TaxMode mode, BigDecimal percent) {

    /** Holds before any rate does. */
    static final TaxRate NIL = new TaxRate(LocalDate.MIN, TaxMode.INCLUDED, BigDecimal.ZERO);
}

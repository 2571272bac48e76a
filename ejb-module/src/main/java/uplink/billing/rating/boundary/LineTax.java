package uplink.billing.rating.boundary;

import java.math.BigDecimal;

/** A line's tax: computed and rounded for the line by itself. */
public record LineTax(TaxMode mode, BigDecimal percent, BigDecimal amount) {}

package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate in percent and the first day on which it holds. */
public record TaxRate(LocalDate validFrom, BigDecimal rate, TaxMode mode) {}

package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate in percent and the first day on which it holds. */
public record TaxRate(LocalDate from, BigDecimal percent) {}

package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer is charged next, as things stand.
 *
 * @param on the day of the run that does it
 * @param amount with tax; below zero when something is given back
 */
public record NextCharge(LocalDate on, BigDecimal amount, String currency) {}

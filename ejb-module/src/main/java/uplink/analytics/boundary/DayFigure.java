package uplink.analytics.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One figure of one day.
 *
 * @param day in the operator's zone; of an invoice, the day it carries
 * @param amount sum in the installation's currency; zero where only the count means something
 */
public record DayFigure(LocalDate day, Figure figure, long count, BigDecimal amount, String currency) {}

package uplink.billing.reconciliation.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A provider's register of a day, as it was read.
 *
 * @param entries payments that arrived there
 * @param matched how many of them are booked here with the same sum
 * @param amount of those
 */
public record RegisterDay(
        String provider, LocalDate day, int entries, int matched, BigDecimal amount, long open, Instant readAt) {}

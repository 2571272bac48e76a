package uplink.notification.boundary;

import java.time.LocalTime;

/**
 * When short messages and pushes wait. The times are those on the customer's clock.
 *
 * @param to not included; earlier than {@code from}: on the next day
 */
public record QuietTimes(LocalTime from, LocalTime to) {}

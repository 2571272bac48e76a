package uplink.notification.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a peer said of a message.
 *
 * @param outcome a code: {@code sent}, {@code later}, {@code refused}, {@code gone}, {@code delivered}, {@code undelivered}
 * @param detail the peer's own words
 */
public record DeliveryAttempt(int no, Instant at, String outcome, @Nullable String detail) {}

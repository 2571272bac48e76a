package uplink.billing.freeze.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A freeze that is wished for.
 *
 * @param from its first day: today or later
 * @param until the first day of service again; null: when the longest freeze is over
 */
public record FreezeRequest(LocalDate from, @Nullable LocalDate until) {}

package uplink.customer.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent is withdrawn.
 *
 * @param on today, unless said; not in the future, and not before the consent was given
 */
public record Withdrawal(@Nullable LocalDate on, @Nullable ConsentSource source) {}

package uplink.customer.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent to be recorded.
 *
 * @param givenOn today, unless said; not in the future
 */
public record NewConsent(@Nullable ConsentKind kind, @Nullable LocalDate givenOn, @Nullable ConsentSource source) {}

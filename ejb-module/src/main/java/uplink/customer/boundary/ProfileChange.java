package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What customers change about themselves; null leaves it as it is.
 *
 * @param phone in any usual spelling; empty takes it away
 * @param locale {@code ru} or {@code en}
 * @param email counts when the link that is sent there was opened
 */
public record ProfileChange(@Nullable String phone, @Nullable String locale, @Nullable String email) {}

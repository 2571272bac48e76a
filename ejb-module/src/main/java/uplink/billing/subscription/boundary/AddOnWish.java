package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which add-on a customer wants.
 *
 * @param from its first day, at most 60 days ahead; null: today
 */
public record AddOnWish(UUID tariffId, @Nullable LocalDate from) {}

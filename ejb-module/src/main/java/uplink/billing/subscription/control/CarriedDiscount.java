package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a discount.
 *
 * @param id of the one that it is the rest of
 * @param from first day of the rest
 * @param until no period that begins on this day or later has it; null: for good
 */
record CarriedDiscount(UUID id, LocalDate from, @Nullable LocalDate until) {}

package uplink.api.customer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which discount, from the first period that begins on that day or later, and why. */
public record DiscountRequest(UUID discountId, LocalDate from, @Nullable String reason) {}

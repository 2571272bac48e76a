package uplink.api.customer;

import java.time.LocalDate;
import java.util.UUID;

/** Which discount, from the first period that begins on that day or later. */
public record DiscountRequest(UUID discountId, LocalDate from) {}

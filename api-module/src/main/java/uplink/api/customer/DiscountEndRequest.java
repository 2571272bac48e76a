package uplink.api.customer;

import java.time.LocalDate;

/** From which day on no period that begins has the discount, and why. */
public record DiscountEndRequest(LocalDate on, String reason) {}

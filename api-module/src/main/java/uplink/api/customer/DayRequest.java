package uplink.api.customer;

import java.time.LocalDate;

/** From which day on. */
public record DayRequest(LocalDate on) {}

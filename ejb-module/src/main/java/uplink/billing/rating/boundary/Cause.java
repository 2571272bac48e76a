package uplink.billing.rating.boundary;

import java.time.LocalDate;

/** The event behind a line. */
public record Cause(EventType type, LocalDate date) {}

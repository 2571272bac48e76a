package uplink.billing.rating.boundary;

import java.time.LocalDate;

/**
 * What makes a charge unique within its subscription: the database refuses a second one.
 *
 * @param periodStart the first day of the billing period (of its part that lies after the start or the change of the
 *     billing day); for a daily share the day; for a fee its date; for an adjustment that of the line it corrects
 * @param cause empty for the plain recurring charge, else {@code type:eventId}, with {@code /from} when the charge
 *     begins on another day than the event, and {@code #n} when the same cause has already charged the same day
 */
public record ChargeKey(LineKind kind, LocalDate periodStart, String cause) {}

package uplink.billing.payment.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A service that was off because of debt and came back with a payment, in the same moment.
 *
 * @param on the first day on which it is there again
 */
public record RestoredService(UUID subscriptionId, String tariffNameRu, String tariffNameEn, LocalDate on) {}

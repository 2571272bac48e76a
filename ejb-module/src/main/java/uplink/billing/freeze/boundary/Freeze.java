package uplink.billing.freeze.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A freeze of a service.
 *
 * @param until the first day of service again
 * @param freeUntil days before it cost nothing
 * @param activationFee charged when it begins
 * @param dayFee for each day from {@code freeUntil} on
 * @param endedOn the first day of service in fact; null: it has not ended
 */
public record Freeze(
        UUID id,
        UUID subscriptionId,
        LocalDate from,
        LocalDate until,
        LocalDate freeUntil,
        BigDecimal activationFee,
        BigDecimal dayFee,
        String currency,
        FreezeStatus status,
        @Nullable LocalDate endedOn) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in a list.
 *
 * @param price for a whole period today: the own one, or the tariff's
 * @param ownPrice whether the price was agreed with this customer
 * @param chargedTo everything before this day is charged
 * @param version for {@code If-Match}
 */
public record SubscriptionRow(
        UUID id,
        UUID customerId,
        UUID contractId,
        String contractNumber,
        UUID tariffId,
        String tariffCode,
        String tariffNameRu,
        String tariffNameEn,
        SubscriptionStatus status,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable BigDecimal price,
        boolean ownPrice,
        @Nullable String currency,
        @Nullable String period,
        @Nullable LocalDate chargedTo,
        int version) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is agreed for a later day and can still be withdrawn.
 *
 * @param id names it to whoever withdraws it; what was agreed together has one id
 * @param kind change, pause, resume or cancel
 * @param status for a pause: suspended or frozen
 * @param tariffId for a change: the tariff from that day on
 * @param price for a change: for a whole period, the own one or the tariff's
 * @param own whether the customer asked for it, and so may withdraw it
 */
public record PlannedChange(
        UUID id,
        LocalDate on,
        EventKind kind,
        @Nullable SubscriptionStatus status,
        @Nullable UUID tariffId,
        @Nullable String tariffNameRu,
        @Nullable String tariffNameEn,
        @Nullable BigDecimal price,
        @Nullable String currency,
        boolean own) {}

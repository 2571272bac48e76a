package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a subscription's history.
 *
 * @param seq order in which events were recorded; decides within one day
 * @param status for a pause: suspended or frozen
 * @param price own price from this day on; null: the tariff's
 * @param amount of a fee
 * @param text of a fee
 * @param groupId what was recorded by one act has the same one
 * @param voids for a withdrawal: the event that does not happen
 * @param withdrawn whether it was withdrawn before its day
 * @param createdBy the user who recorded it; null: the system
 */
public record HistoryEntry(
        UUID id,
        int seq,
        LocalDate on,
        EventKind kind,
        @Nullable SubscriptionStatus status,
        @Nullable UUID tariffId,
        @Nullable String tariffCode,
        @Nullable BigDecimal price,
        @Nullable Integer billingDay,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String text,
        @Nullable UUID groupId,
        @Nullable UUID voids,
        boolean withdrawn,
        Instant createdAt,
        @Nullable UUID createdBy) {}

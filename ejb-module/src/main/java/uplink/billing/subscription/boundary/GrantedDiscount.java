package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discount that a subscription has. Its terms are its own: the price list may change.
 *
 * @param validTo no period that begins on this day or later has it; null: it was not ended
 * @param reason why it was granted
 * @param endedReason why it was ended
 */
public record GrantedDiscount(
        UUID id,
        @Nullable UUID discountId,
        String nameRu,
        String nameEn,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Integer periods,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reason,
        @Nullable String endedReason) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A discount that a subscription has. Its terms are its own: the price list may change. */
public record GrantedDiscount(
        UUID id,
        @Nullable UUID discountId,
        String nameRu,
        String nameEn,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Integer periods,
        LocalDate validFrom) {}

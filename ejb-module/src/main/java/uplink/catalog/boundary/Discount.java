package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discount of the price list: a percentage or an amount a period.
 *
 * @param periods how many billing periods it lasts; null: for good
 */
public record Discount(
        UUID id,
        String code,
        String nameRu,
        String nameEn,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable Integer periods,
        boolean active,
        int version) {}

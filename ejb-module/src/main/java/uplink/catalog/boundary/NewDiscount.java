package uplink.catalog.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A discount to be added, or what an existing one shall be from now on (who has it already keeps the old terms). */
public record NewDiscount(
        String code,
        String nameRu,
        String nameEn,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable Integer periods,
        @Nullable Boolean active) {}

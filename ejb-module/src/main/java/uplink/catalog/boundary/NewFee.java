package uplink.catalog.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A fee to be added to the price list, or what an existing one shall be from now on. */
public record NewFee(
        String code,
        String nameRu,
        String nameEn,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable String taxClass,
        @Nullable Boolean active) {}

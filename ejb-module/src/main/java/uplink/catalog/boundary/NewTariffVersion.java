package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version to be added. What is null takes the default: the operator's currency, a month, in advance, one charge a
 * period, parts prorated, the standard tax class.
 *
 * @param price for a whole period, not below zero
 */
public record NewTariffVersion(
        LocalDate validFrom,
        String nameRu,
        String nameEn,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        @Nullable String currency,
        @Nullable Period period,
        @Nullable Timing timing,
        @Nullable Spread spread,
        @Nullable PartRule firstPart,
        @Nullable PartRule lastPart,
        @Nullable String taxClass) {}

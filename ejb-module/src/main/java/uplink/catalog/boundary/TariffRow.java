package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff in the staff's list, with its version of today (or the first to come, or the last that was).
 *
 * @param addon sold beside another service only
 * @param selfService whether customers may take it by themselves
 * @param subscribers subscriptions on it that are not cancelled
 */
public record TariffRow(
        UUID id,
        String code,
        TariffKind kind,
        @Nullable Audience audience,
        boolean active,
        boolean addon,
        boolean selfService,
        String nameRu,
        String nameEn,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        String currency,
        Period period,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long subscribers) {}

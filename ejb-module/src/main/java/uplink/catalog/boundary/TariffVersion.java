package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a tariff: valid in {@code [validFrom, validTo)}, without end when {@code validTo} is null. */
public record TariffVersion(
        UUID id,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String nameRu,
        String nameEn,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        String currency,
        Period period,
        Timing timing,
        Spread spread,
        PartRule firstPart,
        PartRule lastPart,
        String taxClass) {}

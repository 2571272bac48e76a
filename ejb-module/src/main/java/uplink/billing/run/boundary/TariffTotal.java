package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run bills for one tariff.
 *
 * @param previous what the same customers were charged for the same tariff in the calendar month before the target's;
 *     a preview computes it and its commit shows it again, other runs have none: null
 * @param difference amount − previous; null when there is nothing to compare with
 */
public record TariffTotal(
        UUID tariffId,
        String code,
        String nameRu,
        String nameEn,
        long lines,
        BigDecimal amount,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal difference,
        String currency) {}

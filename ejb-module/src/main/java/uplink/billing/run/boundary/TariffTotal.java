package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a run bills for one tariff.
 *
 * @param previous billed for the same tariff to all customers with an issue date one month before the run's month
 * @param difference amount − previous
 */
public record TariffTotal(
        UUID tariffId,
        String code,
        String nameRu,
        String nameEn,
        long lines,
        BigDecimal amount,
        BigDecimal previous,
        BigDecimal difference,
        String currency) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff that a customer may change to.
 *
 * @param name in the reader's language
 * @param speedDown kbit/s
 * @param speedUp kbit/s
 * @param price for a whole period
 * @param now whether it can begin today
 * @param nextPeriod whether it can begin with the next billing period
 * @param feeNow what the change costs when it is to begin today; null: nothing
 * @param feeNextPeriod what it costs when it may wait
 */
public record TariffOption(
        UUID tariffId,
        String code,
        String name,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        String currency,
        String period,
        boolean now,
        boolean nextPeriod,
        @Nullable BigDecimal feeNow,
        @Nullable BigDecimal feeNextPeriod) {}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-off fee to be charged: one of the price list, or a text with an amount.
 *
 * @param on null: today
 * @param taxClass null: the price list's, or the tariff's
 */
public record NewFeeCharge(
        @Nullable LocalDate on,
        @Nullable UUID feeId,
        @Nullable BigDecimal amount,
        @Nullable String text,
        @Nullable String taxClass) {}

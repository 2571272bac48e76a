package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule to be made, or what an existing one shall be from now on. What is null takes the default: customers may, in any
 * direction, as often as they like, at once or with the next period, within the kind, without invoices overdue, for nothing.
 *
 * @param tariffId for whoever has that tariff; null only for the one rule that holds for all others
 */
public record NewChangeRule(
        @Nullable UUID tariffId,
        @Nullable Boolean byCustomer,
        @Nullable ChangeDirection direction,
        @Nullable BigDecimal priceFloor,
        @Nullable Integer everyDays,
        @Nullable Boolean atOnce,
        @Nullable Boolean nextPeriod,
        @Nullable Boolean sameKind,
        @Nullable Boolean debtAllowed,
        @Nullable UUID feeId,
        @Nullable FeeWhen feeWhen,
        @Nullable List<UUID> successors) {}

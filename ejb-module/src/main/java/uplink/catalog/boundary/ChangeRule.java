package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How customers may change their tariff by themselves. Staff are not bound by it.
 *
 * @param tariffId for whoever has that tariff; null: for all others
 * @param byCustomer whether they may at all
 * @param priceFloor the least that what follows costs a month; null: any price
 * @param everyDays so many days must lie between one change and the next; 0: none
 * @param atOnce whether a change may take effect on the same day
 * @param nextPeriod whether it may wait for the next billing period
 * @param sameKind whether internet follows internet, TV follows TV
 * @param debtAllowed whether with invoices overdue, too
 * @param feeId what a change costs; null: nothing
 * @param successors nothing else may follow; empty: whatever the other rules let pass
 * @param version for {@code If-Match}
 */
public record ChangeRule(
        UUID id,
        @Nullable UUID tariffId,
        @Nullable String tariffCode,
        boolean byCustomer,
        ChangeDirection direction,
        @Nullable BigDecimal priceFloor,
        int everyDays,
        boolean atOnce,
        boolean nextPeriod,
        boolean sameKind,
        boolean debtAllowed,
        @Nullable UUID feeId,
        FeeWhen feeWhen,
        List<UUID> successors,
        int version) {

    public ChangeRule {
        successors = List.copyOf(successors);
    }
}

package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in a list.
 *
 * @param price for a whole period today: the own one, or the tariff's
 * @param ownPrice whether the price was agreed with this customer
 * @param chargedTo everything before this day is charged
 * @param version for {@code If-Match}
 * @param addonOf the service that this one is sold with; null: a service of its own
 * @param suspension why debt has taken it away; null: it has not
 * @param planned what is agreed for later days, the next first
 */
public record SubscriptionRow(
        UUID id,
        UUID customerId,
        UUID contractId,
        String contractNumber,
        UUID tariffId,
        String tariffCode,
        String tariffNameRu,
        String tariffNameEn,
        SubscriptionStatus status,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable BigDecimal price,
        boolean ownPrice,
        @Nullable String currency,
        @Nullable String period,
        @Nullable LocalDate chargedTo,
        int version,
        @Nullable UUID addonOf,
        @Nullable Suspension suspension,
        List<PlannedChange> planned) {

    public SubscriptionRow {
        planned = List.copyOf(planned);
    }

    /** The same with what is agreed for later. */
    public SubscriptionRow planning(List<PlannedChange> later) {
        return with(suspension, later);
    }

    /** The same with what is overdue now, if debt has taken it away. */
    public SubscriptionRow owing(BigDecimal debt) {
        return suspension == null ? this : with(suspension.owing(debt), planned);
    }

    private SubscriptionRow with(@Nullable Suspension off, List<PlannedChange> later) {
        return new SubscriptionRow(
                id,
                customerId,
                contractId,
                contractNumber,
                tariffId,
                tariffCode,
                tariffNameRu,
                tariffNameEn,
                status,
                startedOn,
                endedOn,
                price,
                ownPrice,
                currency,
                period,
                chargedTo,
                version,
                addonOf,
                off,
                later);
    }
}

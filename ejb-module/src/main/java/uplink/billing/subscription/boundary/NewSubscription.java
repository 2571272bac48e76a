package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to be started.
 *
 * @param contractId null: the customer's only active contract
 * @param startsOn null: today
 * @param price own price for a whole period; null: the tariff's
 * @param addonOf for an add-on: the service that it is sold with; null: the contract's only one
 */
public record NewSubscription(
        UUID customerId,
        @Nullable UUID contractId,
        UUID tariffId,
        @Nullable LocalDate startsOn,
        @Nullable BigDecimal price,
        @Nullable UUID addonOf) {

    /** A service of its own, or an add-on of the contract's only service. */
    public NewSubscription(
            UUID customerId,
            @Nullable UUID contractId,
            UUID tariffId,
            @Nullable LocalDate startsOn,
            @Nullable BigDecimal price) {
        this(customerId, contractId, tariffId, startsOn, price, null);
    }
}

package uplink.api.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.NewSubscription;

/**
 * A subscription to be started: the contract may be left out when there is only one, the day when it is today, the
 * service that an add-on is sold with when the contract has only one.
 */
public record SubscriptionRequest(
        @Nullable UUID contractId,
        UUID tariffId,
        @Nullable LocalDate startsOn,
        @Nullable BigDecimal price,
        @Nullable UUID addonOf) {

    NewSubscription of(UUID customer) {
        return new NewSubscription(customer, contractId, tariffId, startsOn, price, addonOf);
    }
}

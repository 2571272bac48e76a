package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract to be opened. Everything may be left out.
 *
 * @param number null: the next one of the series
 * @param signedOn null: today
 * @param billingDay null: 1
 * @param tariffId the tariff agreed on; subscriptions are started apart
 */
public record NewContract(
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable Integer billingDay,
        @Nullable UUID tariffId,
        @Nullable NewAddress address) {

    public static NewContract plain() {
        return new NewContract(null, null, null, null, null);
    }
}

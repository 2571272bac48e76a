package uplink.bulk.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.ChangeWhen;

/**
 * What exactly is done; each kind of work has its own.
 *
 * @param tag of {@code tag} and {@code untag}
 * @param fromTariffId of {@code tariff}: services that are on it today are changed
 * @param tariffId of {@code tariff}: to what
 * @param when of {@code tariff}: today, or with each service's next billing period
 * @param amount of {@code adjust}, for each customer: above zero credits, below zero debits
 * @param currency of the amount: the operator's; may be left out in a request
 * @param reason of {@code adjust}, for whoever reads the ledger later; at most 400 characters
 */
public record BulkParameters(
        @Nullable String tag,
        @Nullable UUID fromTariffId,
        @Nullable UUID tariffId,
        @Nullable ChangeWhen when,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String reason) {

    public static BulkParameters ofTag(String tag) {
        return new BulkParameters(tag, null, null, null, null, null, null);
    }

    public static BulkParameters ofTariff(UUID from, UUID to, ChangeWhen when) {
        return new BulkParameters(null, from, to, when, null, null, null);
    }

    public static BulkParameters ofCorrection(BigDecimal amount, @Nullable String currency, String reason) {
        return new BulkParameters(null, null, null, null, amount, currency, reason);
    }
}

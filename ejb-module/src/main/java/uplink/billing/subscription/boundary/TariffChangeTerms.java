package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may change to.
 *
 * @param allowed whether a change can be asked for today
 * @param reason in the reader's language, when it cannot
 * @param availableFrom the first day on which it can; null: that is not a matter of days
 * @param nextPeriod first day of the next billing period
 * @param planned the change that is agreed already
 * @param options empty when nothing is allowed; the cheapest first
 */
public record TariffChangeTerms(
        UUID subscriptionId,
        boolean allowed,
        @Nullable String reason,
        @Nullable LocalDate availableFrom,
        LocalDate nextPeriod,
        @Nullable PlannedChange planned,
        List<TariffOption> options) {

    public TariffChangeTerms {
        options = List.copyOf(options);
    }
}

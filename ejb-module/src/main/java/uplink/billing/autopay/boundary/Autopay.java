package uplink.billing.autopay.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.SavedMethod;

/**
 * What a customer has agreed to.
 *
 * @param maximum what is collected for one invoice at most; null before it was ever switched on
 * @param consentedAt when the customer switched it on, or changed its maximum, last
 * @param stopped why it was switched off, when not by the customer: {@code removed} (the card), {@code refused} (the card is
 *     refused for good), {@code expired}
 * @param method the saved card; null: there is none, and nothing can be collected
 */
public record Autopay(
        boolean enabled,
        @Nullable BigDecimal maximum,
        String currency,
        @Nullable Instant consentedAt,
        @Nullable String stopped,
        @Nullable SavedMethod method) {}

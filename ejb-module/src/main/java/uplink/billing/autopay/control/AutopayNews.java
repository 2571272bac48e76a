package uplink.billing.autopay.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import uplink.shared.Event;

/** Events of autopay. */
public final class AutopayNews {

    private AutopayNews() {}

    public static Event enabled(UUID customer, BigDecimal most, String currency, Instant now) {
        return Event.of(
                "billing.autopay.enabled",
                "/billing",
                customer,
                Map.of("customerId", customer.toString(), "maximum", most.toPlainString(), "currency", currency),
                now);
    }

    /** @param reason {@code customer}, {@code removed}, {@code refused} or {@code expired} */
    public static Event disabled(UUID customer, String reason, Instant now) {
        return Event.of(
                "billing.autopay.disabled",
                "/billing",
                customer,
                Map.of("customerId", customer.toString(), "reason", reason),
                now);
    }

    /** The invoice is more than may be collected. */
    public static Event refused(UUID customer, UUID invoice, BigDecimal amount, String currency, Instant now) {
        return Event.of(
                "billing.autopay.refused",
                "/billing",
                invoice,
                Map.of(
                        "customerId", customer.toString(),
                        "invoiceId", invoice.toString(),
                        "amount", amount.toPlainString(),
                        "currency", currency),
                now);
    }
}

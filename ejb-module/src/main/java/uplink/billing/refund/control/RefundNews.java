package uplink.billing.refund.control;

import java.time.Instant;
import java.util.Map;
import uplink.shared.Event;

/** What is announced of a refund beside its booking. */
public final class RefundNews {

    private RefundNews() {}

    /** The provider is called for it: nobody's mind changes any more, and the money may take days. */
    public static Event accepted(Back back, Instant now) {
        return of("billing.refund.accepted", back, now);
    }

    /** It failed after all, and the money is the customer's credit. */
    public static Event cameBack(Back back, Instant now) {
        return of("billing.refund.came-back", back, now);
    }

    private static Event of(String type, Back back, Instant now) {
        return Event.of(
                type,
                "/billing",
                back.id(),
                Map.of(
                        "refundId", back.id().toString(),
                        "paymentId", back.paymentId().toString(),
                        "customerId", back.customerId().toString(),
                        "amount", back.amount().toPlainString(),
                        "currency", back.currency()),
                now);
    }
}

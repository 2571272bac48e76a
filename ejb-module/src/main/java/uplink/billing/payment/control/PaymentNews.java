package uplink.billing.payment.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.shared.Event;

/** Events of payments. */
public final class PaymentNews {

    private PaymentNews() {}

    /** {@code billing.payment.created}. */
    public static Event created(Order order, Instant now) {
        return Event.of("billing.payment.created", "/billing", order.id(), data(order), now);
    }

    /** {@code billing.payment.failed}, with how it ended: {@code failed} or {@code cancelled}. */
    public static Event failed(Order order, PaymentStatus ended, Instant now) {
        Map<String, Object> data = data(order);
        data.put("status", ended.code());
        return Event.of("billing.payment.failed", "/billing", order.id(), data, now);
    }

    /** {@code billing.payment.succeeded}, by whatever road. */
    static Event succeeded(
            UUID payment, UUID customer, BigDecimal amount, String currency, PaymentMethod method, Instant now) {
        return Event.of(
                "billing.payment.succeeded",
                "/billing",
                payment,
                data(payment, customer, amount, currency, method),
                now);
    }

    private static Map<String, Object> data(Order order) {
        return data(order.id(), order.customerId(), order.amount(), order.currency(), order.method());
    }

    private static Map<String, Object> data(
            UUID payment, UUID customer, BigDecimal amount, String currency, PaymentMethod method) {
        return new HashMap<>(Map.of(
                "paymentId", payment.toString(),
                "customerId", customer.toString(),
                "amount", amount.toPlainString(),
                "currency", currency,
                "method", method.code()));
    }
}

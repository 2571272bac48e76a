package uplink.standin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment as the provider knows it: {@code pending}, {@code succeeded} or {@code canceled}. */
final class StandInPayment {

    private final String id;
    private final Map<?, ?> order;
    private final String page;
    private volatile String status = "pending";
    private volatile @Nullable BigDecimal captured;

    StandInPayment(String id, Map<?, ?> order, String page) {
        this.id = id;
        this.order = order;
        this.page = page;
    }

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    String returnUrl() {
        return text("confirmation", "return_url");
    }

    String amount() {
        return text("amount", "value") + " " + text("amount", "currency");
    }

    String description() {
        return String.valueOf(order.get("description"));
    }

    /** An end stays: what has ended does not end once more. */
    synchronized void end(boolean paid) {
        if (status.equals("pending")) {
            status = paid ? "succeeded" : "canceled";
        }
    }

    /** The payer pays, and the shop gets only a part of it. */
    synchronized void capture(BigDecimal part) {
        captured = part;
        end(true);
    }

    /** What can go back of it at most. */
    BigDecimal paid() {
        BigDecimal part = captured;
        return !status.equals("succeeded")
                ? BigDecimal.ZERO
                : part == null ? new BigDecimal(text("amount", "value")) : part;
    }

    String currency() {
        return text("amount", "currency");
    }

    private @Nullable Object sum() {
        BigDecimal part = captured;
        return part == null ? order.get("amount") : Map.of("value", part.toPlainString(), "currency", currency());
    }

    /** The provider's object of a payment. */
    Map<String, Object> json() {
        boolean paid = status.equals("succeeded");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("status", status);
        json.put("paid", paid);
        json.put("amount", sum());
        if (status.equals("pending")) {
            json.put("confirmation", Map.of("type", "redirect", "confirmation_url", page));
        }
        if (status.equals("canceled")) {
            json.put("cancellation_details", Map.of("party", "payment_network", "reason", "general_decline"));
        }
        json.put("description", description());
        json.put("metadata", order.get("metadata"));
        json.put("refundable", paid);
        json.put("test", true);
        return json;
    }

    private String text(String object, String name) {
        return order.get(object) instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }
}

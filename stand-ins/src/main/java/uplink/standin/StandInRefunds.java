package uplink.standin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the provider has given or taken back: never more of a payment than was paid, and once for each key. */
final class StandInRefunds {

    private final List<Map<String, Object>> all = new ArrayList<>();
    private final Map<String, Map<String, Object>> byKey = new HashMap<>();

    /** The provider's object of the refund; null when it is refused. */
    synchronized @Nullable Map<String, Object> make(
            @Nullable String key, StandInPayment payment, BigDecimal amount, String description) {
        Map<String, Object> known = byKey.get(key);
        if (known != null) {
            return known;
        }
        if (amount.signum() <= 0 || gone(payment).add(amount).compareTo(payment.captured()) > 0) {
            return null;
        }
        Map<String, Object> refund = new LinkedHashMap<>();
        refund.put("id", UUID.randomUUID().toString());
        refund.put("payment_id", payment.id());
        refund.put("status", "succeeded");
        refund.put(
                "amount",
                Map.of(
                        "value",
                        amount.toPlainString(),
                        "currency",
                        payment.wanted().currency()));
        refund.put("description", description);
        all.add(refund);
        if (key != null) {
            byKey.put(key, refund);
        }
        return refund;
    }

    synchronized List<Map<String, Object>> of(String payment) {
        return all.stream()
                .filter(refund -> payment.equals(refund.get("payment_id")))
                .toList();
    }

    synchronized int count() {
        return all.size();
    }

    private BigDecimal gone(StandInPayment payment) {
        return of(payment.id()).stream()
                .map(refund -> refund.get("amount") instanceof Map<?, ?> sum ? sum.get("value") : null)
                .map(value -> new BigDecimal(String.valueOf(value)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

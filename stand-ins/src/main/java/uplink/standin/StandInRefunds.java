package uplink.standin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the provider has given or taken back: never more of a payment than was paid, and once for each key. */
final class StandInRefunds {

    private final List<StandInRefund> all = new ArrayList<>();
    private final Map<String, StandInRefund> byKey = new HashMap<>();

    /** By the shop's wish; null when it is refused. */
    synchronized @Nullable StandInRefund give(
            String key, StandInPayment payment, BigDecimal amount, String description, Map<String, Object> metadata) {
        StandInRefund known = byKey.get(key);
        if (known != null) {
            return known;
        }
        StandInRefund refund = add(payment, amount, false, description, metadata, StandInRefund.State.DONE);
        if (refund != null) {
            byKey.put(key, refund);
        }
        return refund;
    }

    /** By the provider itself; null when the payment has not that much. */
    synchronized @Nullable StandInRefund take(StandInPayment payment, BigDecimal amount, StandInRefund.State state) {
        return add(payment, amount, true, "chargeback", Map.of(), state);
    }

    private @Nullable StandInRefund add(
            StandInPayment payment,
            BigDecimal amount,
            boolean taken,
            String description,
            Map<String, Object> metadata,
            StandInRefund.State state) {
        if (amount.signum() <= 0 || gone(payment).add(amount).compareTo(payment.captured()) > 0) {
            return null;
        }
        StandInRefund refund =
                new StandInRefund(UUID.randomUUID().toString(), payment, amount, taken, description, metadata, state);
        all.add(refund);
        return refund;
    }

    synchronized List<StandInRefund> of(StandInPayment payment) {
        return all.stream()
                .filter(refund -> payment.id().equals(refund.payment().id()))
                .toList();
    }

    synchronized int count() {
        return all.size();
    }

    private BigDecimal gone(StandInPayment payment) {
        return of(payment).stream()
                .filter(refund -> refund.state() != StandInRefund.State.KEPT)
                .map(StandInRefund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

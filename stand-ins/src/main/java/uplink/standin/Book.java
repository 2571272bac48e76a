package uplink.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the provider knows: payments, and saved cards. In memory. */
final class Book {

    private final ConcurrentMap<String, StandInPayment> payments = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StandInPayment> byKey = new ConcurrentHashMap<>();
    /** Why a saved card is refused; empty: it is not. */
    private final ConcurrentMap<String, String> cards = new ConcurrentHashMap<>();

    private final AtomicInteger charges = new AtomicInteger();

    int charges() {
        return charges.get();
    }

    List<String> ids() {
        return List.copyOf(payments.keySet());
    }

    StandInPayment known(String id) {
        StandInPayment payment = payments.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("no payment " + id);
        }
        return payment;
    }

    @Nullable
    StandInPayment find(String id) {
        return payments.get(id);
    }

    /** Empty when nothing was made under it. */
    Optional<StandInPayment> underKey(@Nullable String key) {
        return Optional.ofNullable(key).map(byKey::get);
    }

    /** One payment for one key, however often it is sent. One with a saved card is decided at once. */
    StandInPayment make(String key, String prefix, Wanted wanted, boolean partly) {
        return byKey.computeIfAbsent(key, first -> {
            charges.incrementAndGet();
            StandInPayment payment = new StandInPayment(prefix + UUID.randomUUID(), wanted);
            if (wanted.token() != null) {
                decide(payment, wanted.token(), partly);
            }
            payments.put(payment.id(), payment);
            return payment;
        });
    }

    private void decide(StandInPayment payment, String token, boolean partly) {
        String refusal = cards.getOrDefault(token, "permission_revoked");
        if (refusal.isEmpty()) {
            payment.pay(partly);
        } else {
            payment.cancel(refusal);
        }
    }

    /** The token of the card that the payment has saved. */
    String save(StandInPayment payment, String prefix) {
        String token = prefix + payment.id();
        cards.putIfAbsent(token, "");
        return token;
    }

    void refuseCard(String token, String reason) {
        cards.put(token, reason);
    }

    /** A payment that the shop knows nothing of, made by hand at the provider's own desk. */
    StandInPayment foreign(String prefix, BigDecimal amount, String currency) {
        StandInPayment payment = new StandInPayment(
                prefix + UUID.randomUUID(), new Wanted(amount, currency, "", "", Map.of(), false, null));
        payment.pay(false);
        payments.put(payment.id(), payment);
        return payment;
    }

    void lose(String id) {
        payments.remove(id);
    }

    /** Made in {@code [from, to)}, oldest first. */
    List<StandInPayment> between(Instant from, Instant to) {
        return payments.values().stream()
                .filter(payment ->
                        !payment.madeAt().isBefore(from) && payment.madeAt().isBefore(to))
                .sorted(Comparator.comparing(StandInPayment::madeAt).thenComparing(StandInPayment::id))
                .toList();
    }
}

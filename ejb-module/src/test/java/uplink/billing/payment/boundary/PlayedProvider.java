package uplink.billing.payment.boundary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.control.Order;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.ProviderAnswer;

/** A provider without a network, for many payments: it loses answers and is early as it is told to. */
final class PlayedProvider implements PaymentProvider {

    /** How a payment ends there: {@code SUCCEEDED}, {@code CANCELLED}, or it stays {@code PENDING}. */
    private record Deal(String id, Order order, PaymentStatus status) {}

    private final ConcurrentMap<String, Deal> deals = new ConcurrentHashMap<>();
    private final Predicate<UUID> loses;
    private final Predicate<UUID> early;

    /**
     * @param loses whether the answer to the first call is lost
     * @param early whether the payer pays before that answer
     */
    PlayedProvider(Predicate<UUID> loses, Predicate<UUID> early) {
        this.loses = loses;
        this.early = early;
    }

    static String idOf(UUID payment) {
        return "x-" + payment;
    }

    void end(UUID payment, PaymentStatus how) {
        deals.computeIfPresent(idOf(payment), (id, deal) -> new Deal(id, deal.order(), how));
    }

    @Override
    public String code() {
        return "yookassa";
    }

    @Override
    public Set<PaymentMethod> methods() {
        return Set.of(PaymentMethod.CARD);
    }

    @Override
    public ProviderAnswer create(Order order) {
        UUID payment = order.id();
        boolean first = !deals.containsKey(idOf(payment));
        PaymentStatus status = early.test(payment) ? PaymentStatus.SUCCEEDED : PaymentStatus.PENDING;
        deals.putIfAbsent(idOf(payment), new Deal(idOf(payment), order, status));
        return first && loses.test(payment) ? ProviderAnswer.unknown("no answer") : ask(idOf(payment));
    }

    @Override
    public ProviderAnswer ask(String externalId) {
        Deal deal = deals.get(externalId);
        if (deal == null) {
            return ProviderAnswer.unknown("HTTP 404");
        }
        Order order = deal.order();
        return new ProviderAnswer(
                deal.status(), externalId, order.id(), order.amount(), order.currency(), null, "told");
    }

    @Override
    public Optional<Notification> read(Map<String, Object> body) {
        return Optional.of(new Notification(String.valueOf(body.get("id")), uuid(body.get("payment"))));
    }

    private static @Nullable UUID uuid(@Nullable Object id) {
        return id == null ? null : UUID.fromString(id.toString());
    }
}

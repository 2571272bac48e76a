package uplink.billing.payment.control;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;

/**
 * A road for money through somebody else's page. Nothing here throws because of what the provider does: silence, an
 * error and nonsense are answers, too. Calls take some ten seconds at most and belong outside any transaction.
 */
public interface PaymentProvider {

    /**
     * Something that was sent to us: believed in so far as the provider is asked.
     *
     * @param externalId the provider's id of the payment
     * @param ofReturn whether it tells of money that was given or taken back
     */
    record Notification(String externalId, @Nullable UUID paymentId, boolean ofReturn) {

        /** About the payment itself. */
        public Notification(String externalId, @Nullable UUID paymentId) {
            this(externalId, paymentId, false);
        }
    }

    /** In addresses and in table {@code payments}. */
    String code();

    /** What it can take. */
    Set<PaymentMethod> methods();

    /**
     * Has a payment made that the payer then confirms on the provider's page. Charges nobody by itself; may be repeated
     * for a day: the payment's id is the key under which the provider does it once.
     */
    ProviderAnswer create(Order order);

    /** Asks where a payment stands, by the provider's id. */
    ProviderAnswer ask(String externalId);

    /**
     * A page of all payments made in {@code [from, to)}, in an order that lasts.
     *
     * @param cursor where to go on; null: from the beginning
     */
    default RegisterPage register(Instant from, Instant to, @Nullable String cursor) {
        return RegisterPage.unread("this provider shows no register");
    }

    /**
     * Whether a notification can be the provider's. Where it is not signed everything can: it is asked about in any case.
     *
     * @param signature the header that carries one
     */
    default boolean isGenuine(String body, @Nullable String signature) {
        return true;
    }

    /** How money goes back; empty when it does not by this provider. */
    default Optional<RefundRoad> wayBack() {
        return Optional.empty();
    }

    /** What a notification is about; empty when it is none. */
    Optional<Notification> read(Map<String, Object> body);
}

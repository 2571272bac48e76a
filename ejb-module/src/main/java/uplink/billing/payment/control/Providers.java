package uplink.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.shared.Settings;

/** The providers that the configuration names, and which of them takes what. */
@ApplicationScoped
public class Providers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<PaymentProvider> all;
    private final Map<PaymentMethod, PaymentProvider> takers;

    /**
     * With {@code UPLINK_YOOKASSA_SHOP} and {@code UPLINK_YOOKASSA_KEY} there is YooKassa, with {@code UPLINK_STRIPE_KEY}
     * and {@code UPLINK_STRIPE_WEBHOOK_SECRET} Stripe. {@code UPLINK_PAYMENT_ROADS} says who takes what.
     */
    public Providers() {
        this(configured(), Settings.text("UPLINK_PAYMENT_ROADS", ""));
    }

    /** Each way to pay goes to the first that takes it. */
    public Providers(List<PaymentProvider> all) {
        this(all, "");
    }

    /**
     * @param roads who takes what: {@code card=stripe,sbp=yookassa}; what is not named is not offered. Empty: everything, by
     *     the first that takes it
     */
    public Providers(List<PaymentProvider> all, String roads) {
        this.all = List.copyOf(all);
        this.takers = roads.isBlank() ? first(all) : chosen(all, roads);
    }

    private static List<PaymentProvider> configured() {
        List<PaymentProvider> found = new ArrayList<>(yooKassa(
                Settings.text("UPLINK_YOOKASSA_URL", "https://api.yookassa.ru"),
                Settings.text("UPLINK_YOOKASSA_SHOP", ""),
                Settings.text("UPLINK_YOOKASSA_KEY", "")));
        found.addAll(stripe(
                Settings.text("UPLINK_STRIPE_URL", "https://api.stripe.com"),
                Settings.text("UPLINK_STRIPE_KEY", ""),
                Settings.text("UPLINK_STRIPE_WEBHOOK_SECRET", "")));
        return found;
    }

    static List<PaymentProvider> yooKassa(String address, String shop, String key) {
        return together("UPLINK_YOOKASSA_SHOP", shop, "UPLINK_YOOKASSA_KEY", key)
                ? List.of(new YooKassa(address, shop, key, PATIENCE))
                : List.of();
    }

    static List<PaymentProvider> stripe(String address, String key, String secret) {
        return together("UPLINK_STRIPE_KEY", key, "UPLINK_STRIPE_WEBHOOK_SECRET", secret)
                ? List.of(new Stripe(address, key, secret, PATIENCE))
                : List.of();
    }

    private static boolean together(String name, String value, String otherName, String otherValue) {
        if (value.isEmpty() != otherValue.isEmpty()) {
            throw new IllegalArgumentException(name + " and " + otherName + " go together");
        }
        return !value.isEmpty();
    }

    private static Map<PaymentMethod, PaymentProvider> first(List<PaymentProvider> all) {
        Map<PaymentMethod, PaymentProvider> takers = new EnumMap<>(PaymentMethod.class);
        all.forEach(provider -> provider.methods().forEach(method -> takers.putIfAbsent(method, provider)));
        return takers;
    }

    private static Map<PaymentMethod, PaymentProvider> chosen(List<PaymentProvider> all, String roads) {
        Map<PaymentMethod, PaymentProvider> takers = new EnumMap<>(PaymentMethod.class);
        for (String road : roads.strip().split("[,\\s]+")) {
            Map.Entry<PaymentMethod, PaymentProvider> taker = taker(all, road)
                    .orElseThrow(() -> new IllegalArgumentException("UPLINK_PAYMENT_ROADS: nobody takes " + road));
            takers.put(taker.getKey(), taker.getValue());
        }
        return takers;
    }

    private static Optional<Map.Entry<PaymentMethod, PaymentProvider>> taker(List<PaymentProvider> all, String road) {
        return all.stream()
                .flatMap(provider -> provider.methods().stream().map(method -> Map.entry(method, provider)))
                .filter(pair ->
                        road.equals(pair.getKey().code() + "=" + pair.getValue().code()))
                .findFirst();
    }

    /** The one that takes it. */
    public Optional<PaymentProvider> taking(PaymentMethod method) {
        return Optional.ofNullable(takers.get(method));
    }

    public Optional<PaymentProvider> named(String code) {
        return all.stream().filter(provider -> provider.code().equals(code)).findFirst();
    }

    /** All that are configured. */
    public List<PaymentProvider> all() {
        return all;
    }

    /** What can be paid with. */
    public Set<PaymentMethod> methods() {
        Set<PaymentMethod> methods = EnumSet.of(PaymentMethod.BALANCE);
        methods.addAll(takers.keySet());
        return methods;
    }
}

package uplink.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.shared.Settings;

/** The providers that the configuration names. */
@ApplicationScoped
public class Providers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<PaymentProvider> all;

    /** With {@code UPLINK_YOOKASSA_SHOP} and {@code UPLINK_YOOKASSA_KEY} there is YooKassa; without, nobody. */
    public Providers() {
        this(yooKassa(
                Settings.text("UPLINK_YOOKASSA_URL", "https://api.yookassa.ru"),
                Settings.text("UPLINK_YOOKASSA_SHOP", ""),
                Settings.text("UPLINK_YOOKASSA_KEY", "")));
    }

    public Providers(List<PaymentProvider> all) {
        this.all = List.copyOf(all);
    }

    static List<PaymentProvider> yooKassa(String address, String shop, String key) {
        if (shop.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("UPLINK_YOOKASSA_SHOP and UPLINK_YOOKASSA_KEY go together");
        }
        return shop.isEmpty() ? List.of() : List.of(new YooKassa(address, shop, key, PATIENCE));
    }

    /** The one that takes it. */
    public Optional<PaymentProvider> taking(PaymentMethod method) {
        return all.stream()
                .filter(provider -> provider.methods().contains(method))
                .findFirst();
    }

    public Optional<PaymentProvider> named(String code) {
        return all.stream().filter(provider -> provider.code().equals(code)).findFirst();
    }

    /** What can be paid with. */
    public Set<PaymentMethod> methods() {
        Set<PaymentMethod> methods = EnumSet.of(PaymentMethod.BALANCE);
        all.forEach(provider -> methods.addAll(provider.methods()));
        return methods;
    }
}

package uplink.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.standin.StandInProvider;

/**
 * The demo's payment provider: a stand-in within the launcher's own process, on the loopback address, that is YooKassa and
 * Stripe at once. A demo with a real shop's keys has none.
 */
record DemoProvider(int port, String key) {
    static final String NAME = "payments";
    private static final String SHOP = "UPLINK_YOOKASSA_SHOP";
    private static final String STRIPE = "UPLINK_STRIPE_KEY";
    private static final String DEMO = "demo";

    static @Nullable DemoProvider of(Options options, Environment environment, DataDirectory data, Ports ports) {
        return options.demo() && environment.get(SHOP) == null && environment.get(STRIPE) == null
                ? new DemoProvider(ports.port(NAME), data.secrets().password("payment-provider"))
                : null;
    }

    /** Lives as long as this process. */
    void start(String uplink) {
        StandInProvider.start(port, DEMO, key, webhook(uplink, "yookassa"))
                .withStripe(key, key, webhook(uplink, "stripe"));
    }

    private static Optional<URI> webhook(String uplink, String provider) {
        return Optional.of(URI.create(uplink + "/api/v1/gateways/" + provider + "/webhook"));
    }

    /** How the application finds it. */
    Map<String, String> variables() {
        String url = "http://127.0.0.1:" + port;
        return Map.of(
                "UPLINK_YOOKASSA_URL",
                url,
                SHOP,
                DEMO,
                "UPLINK_YOOKASSA_KEY",
                key,
                "UPLINK_STRIPE_URL",
                url,
                STRIPE,
                key,
                "UPLINK_STRIPE_WEBHOOK_SECRET",
                key);
    }
}

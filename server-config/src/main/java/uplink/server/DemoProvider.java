package uplink.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.standin.StandInProvider;

/**
 * The demo's payment provider: a stand-in within the launcher's own process, on the loopback address. A demo with a real
 * shop's keys has none.
 */
record DemoProvider(int port, String key) {
    static final String NAME = "payments";
    private static final String SHOP = "UPLINK_YOOKASSA_SHOP";
    private static final String DEMO = "demo";

    static @Nullable DemoProvider of(Options options, Environment environment, DataDirectory data, Ports ports) {
        return options.demo() && environment.get(SHOP) == null
                ? new DemoProvider(ports.port(NAME), data.secrets().password("payment-provider"))
                : null;
    }

    /** Lives as long as this process. */
    void start(String uplink) {
        StandInProvider.start(port, DEMO, key, Optional.of(URI.create(uplink + "/api/v1/gateways/yookassa/webhook")));
    }

    /** How the application finds it. */
    Map<String, String> variables() {
        return Map.of("UPLINK_YOOKASSA_URL", "http://127.0.0.1:" + port, SHOP, DEMO, "UPLINK_YOOKASSA_KEY", key);
    }
}

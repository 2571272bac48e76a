package uplink.notification.control.push;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;

/** Messages and tokens for tests of push services. */
final class Pushed {

    static final UUID CUSTOMER = UUID.randomUUID();
    /** What reaches a service: the message has more, which is nobody's business but ours. */
    static final Map<String, String> DATA = Map.of("invoiceId", "01930d5e-7a00-7000-8000-5f1e0b9c2d11");

    private Pushed() {}

    static Message message(String text) {
        Map<String, String> data = new HashMap<>(DATA);
        data.putAll(Map.of("customerId", CUSTOMER.toString(), "name", "Анна Петрова", "amount", "1650.00"));
        return new Message(
                UUID.randomUUID(), CUSTOMER, UUID.randomUUID().toString(), "Uplink", text, null, Locale.ENGLISH, data);
    }

    static PushToken token(PushPlatform platform, String address, @Nullable String publicKey, @Nullable String secret) {
        return new PushToken(UUID.randomUUID(), CUSTOMER, platform, address, publicKey, secret);
    }
}

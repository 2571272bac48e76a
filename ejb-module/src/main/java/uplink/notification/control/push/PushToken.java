package uplink.notification.control.push;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;

/**
 * Where one device takes push messages.
 *
 * @param customerId whose it is; null when the user is no customer
 * @param address the token, or of Web Push the endpoint's URL
 * @param publicKey the browser's, in base64url; null where the service is trusted with the text
 * @param secret shared with the browser, in base64url; null likewise
 */
public record PushToken(
        UUID id,
        @Nullable UUID customerId,
        PushPlatform platform,
        String address,
        @Nullable String publicKey,
        @Nullable String secret) {}

package uplink.notification.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Where a device takes push messages.
 *
 * @param token as the platform gave it; of Web Push the subscription's endpoint
 * @param keys of a Web Push subscription, and of no other
 */
public record PushRegistration(PushPlatform platform, String token, @Nullable Keys keys) {

    /**
     * As the browser's {@code PushSubscription.toJSON()} has them.
     *
     * @param p256dh its public key, in base64url
     * @param auth a secret that it shares with us, in base64url
     */
    public record Keys(String p256dh, String auth) {}
}

package uplink.notification.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to know before it asks its platform for a token.
 *
 * @param items the own devices that take push messages, newest first
 * @param platforms those that messages can be sent to; a device of another one may be registered, and gets none for now
 * @param webPushKey the server's public key for {@code pushManager.subscribe}, in base64url; null without Web Push
 */
public record PushOffer(List<PushDevice> items, List<PushPlatform> platforms, @Nullable String webPushKey) {

    public PushOffer {
        items = List.copyOf(items);
        platforms = List.copyOf(platforms);
    }
}

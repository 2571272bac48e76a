package uplink.api.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.boundary.PushRegistration;

/**
 * @param token as FCM or APNs gave it to the app; of Web Push the subscription's endpoint
 * @param keys of a Web Push subscription, and of no other
 */
@Schema(description = "Where a device takes push messages.")
public record PushDeviceRequest(
        PushPlatform platform,
        @Schema(
                        required = true,
                        minLength = 10,
                        maxLength = 2000,
                        pattern = "^[!-~]{10,2000}$",
                        example = "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABm")
                String token,
        @Nullable Keys keys) {

    /** As PushSubscription.toJSON() has them. */
    @Schema(description = "By which texts are encrypted for the browser alone (RFC 8291).")
    public record Keys(
            @Schema(
                            required = true,
                            maxLength = 200,
                            pattern = "^[A-Za-z0-9_-]{87}=?$",
                            example =
                                    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
                    String p256dh,
            @Schema(
                            required = true,
                            maxLength = 50,
                            pattern = "^[A-Za-z0-9_-]{22}(==)?$",
                            example = "BTBZMqHH6r4Tts7J_aSIgg")
                    String auth) {}

    PushRegistration registration() {
        return new PushRegistration(
                platform, token, keys == null ? null : new PushRegistration.Keys(keys.p256dh(), keys.auth()));
    }
}

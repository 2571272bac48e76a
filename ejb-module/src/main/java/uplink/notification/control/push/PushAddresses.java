package uplink.notification.control.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.boundary.PushRegistration.Keys;

/** Which tokens can be any: what a client says becomes part of addresses that we call. */
@ApplicationScoped
public class PushAddresses {

    public static final int LONGEST = 2_000;

    private static final Pattern FCM = Pattern.compile("[A-Za-z0-9_:.-]{10,2000}");
    private static final Pattern APNS = Pattern.compile("(?:[0-9a-fA-F]{2}){16,100}");

    private final PushHosts hosts;

    public PushAddresses() {
        this(PushHosts.configured());
    }

    PushAddresses(PushHosts hosts) {
        this.hosts = hosts;
    }

    public boolean isOne(PushPlatform platform, String token) {
        return switch (platform) {
            case FCM -> FCM.matcher(token).matches();
            case APNS -> APNS.matcher(token).matches();
            case WEBPUSH -> token.length() <= LONGEST && hosts.allowed(token).isPresent();
        };
    }

    /** Whether a text can be encrypted for who has these. */
    public boolean areKeys(Keys keys) {
        return WebPush.areKeys(keys.p256dh(), keys.auth());
    }
}

package uplink.shared.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uplink.shared.Settings;

/**
 * What requests are compared by. Bodies may hold passwords, so a plain hash in the database could be tried out by whoever
 * gets hold of it: this one needs a key, derived from {@code UPLINK_SECRET_KEY} for this purpose only.
 */
public final class RequestMac {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "uplink idempotency: hash of a request";

    private RequestMac() {}

    /** A fresh one with this installation's key. */
    public static Mac begin() {
        return begin(Settings.text("UPLINK_SECRET_KEY", ""));
    }

    /** @param master 32 bytes in base64 */
    public static Mac begin(String master) {
        byte[] bytes = Base64.getDecoder().decode(master);
        if (bytes.length != 32) {
            throw new IllegalStateException("UPLINK_SECRET_KEY must be 32 bytes in base64");
        }
        return keyed(keyed(bytes).doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

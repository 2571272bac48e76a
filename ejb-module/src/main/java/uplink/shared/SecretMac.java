package uplink.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes that nobody can try out who gets hold of the database: they need a key, derived from {@code UPLINK_SECRET_KEY}
 * for one purpose only, the same on every node.
 */
public final class SecretMac {

    private static final String ALGORITHM = "HmacSHA256";

    private SecretMac() {}

    /** A fresh one with this installation's key. */
    public static Mac of(String purpose) {
        return of(purpose, Settings.text("UPLINK_SECRET_KEY", ""));
    }

    /** @param master 32 bytes in base64 */
    public static Mac of(String purpose, String master) {
        byte[] bytes = Base64.getDecoder().decode(master);
        if (bytes.length != 32) {
            throw new IllegalStateException("UPLINK_SECRET_KEY must be 32 bytes in base64");
        }
        return keyed(keyed(bytes).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
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

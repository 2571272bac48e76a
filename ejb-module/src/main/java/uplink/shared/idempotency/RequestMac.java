package uplink.shared.idempotency;

import javax.crypto.Mac;
import uplink.shared.SecretMac;

/** What requests are compared by. Bodies may hold passwords, so a plain hash in the database could be tried out. */
public final class RequestMac {

    private static final String PURPOSE = "uplink idempotency: hash of a request";

    private RequestMac() {}

    /** A fresh one with this installation's key. */
    public static Mac begin() {
        return SecretMac.of(PURPOSE);
    }

    /** @param master 32 bytes in base64 */
    public static Mac begin(String master) {
        return SecretMac.of(PURPOSE, master);
    }
}

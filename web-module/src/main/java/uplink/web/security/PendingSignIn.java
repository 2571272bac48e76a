package uplink.web.security;

import java.io.Serializable;

/**
 * Somebody whose password was right and whose code is still to come. It stays on the server.
 *
 * @param next where to go afterwards
 */
record PendingSignIn(String mfaToken, String next) implements Serializable {

    static final String ATTRIBUTE = "uplink.pending";
}

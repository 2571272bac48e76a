package uplink.web.security;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who signed in to this servlet session, by the session's row. Whether it still holds, and what the user may do, is asked
 * anew for each request.
 */
record SessionUser(UUID session) implements Serializable {

    static final String ATTRIBUTE = "uplink.user";
}

package uplink.web.security;

import java.io.Serializable;
import java.util.UUID;

/** Who signed in to this servlet session. What the user may do is asked anew for each request. */
record SessionUser(UUID userId) implements Serializable {

    static final String ATTRIBUTE = "uplink.user";
}

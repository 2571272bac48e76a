package uplink.web.security;

import jakarta.faces.context.FacesContext;
import java.util.UUID;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** The session row behind this request. */
public final class CurrentSession {

    private CurrentSession() {}

    /** Refused with {@code unauthenticated} when nobody is signed in. */
    public static UUID id() {
        Object known = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getSessionMap()
                .get(SessionUser.ATTRIBUTE);
        if (known instanceof SessionUser user) {
            return user.session();
        }
        throw new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated"));
    }
}

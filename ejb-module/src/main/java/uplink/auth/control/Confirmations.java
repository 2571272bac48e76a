package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * What signs in is changed only soon after a sign-in or a confirmation (ASVS 5.0, 7.5.1): an open session alone is not
 * enough to lock its owner out.
 */
@ApplicationScoped
public class Confirmations {

    @Inject
    private SessionStore sessions;

    protected Confirmations() {}

    Confirmations(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Whether the session's user has proved who they are not long ago. */
    public boolean isFresh(UUID session) {
        return sessions.isFresh(session);
    }

    /** Refused with {@code confirmation-required} when the session's user has not proved who they are for a while. */
    public void require(UUID session) {
        if (!isFresh(session)) {
            throw new BusinessException(ProblemType.CONFIRMATION_REQUIRED, Text.of("auth.confirmation"));
        }
    }
}

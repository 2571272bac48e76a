package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import uplink.auth.control.AccessCheck;
import uplink.auth.control.CredentialCheck;
import uplink.auth.control.PasswordChange;
import uplink.auth.control.SessionStore;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Text;

/** What signed-in users do with their own account. */
@Stateless
@Allowed(Permission.SIGNED_IN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Account {

    @Inject
    private SessionStore sessions;

    @Inject
    private AccessCheck access;

    @Inject
    private CredentialCheck credentials;

    @Inject
    private PasswordChange passwords;

    /** Ends the session with all its tokens. */
    public void signOut(UUID session) {
        sessions.revoke(session);
        access.sessionEnded(session);
    }

    /**
     * Changes the caller's password and ends all other sessions. Refusals: {@code validation} for a wrong current
     * password or a new one that is too short or too common.
     */
    public void changePassword(String current, String wanted, UUID session) {
        Caller caller = Callers.current();
        SignedInUser user = credentials
                .check(caller.name(), current)
                .orElseThrow(() -> BusinessException.invalid("currentPassword", Text.of("auth.password.wrong")));
        passwords.change(user, wanted);
        sessions.revokeOthers(user.userId(), session);
    }
}

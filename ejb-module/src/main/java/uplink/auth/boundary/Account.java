package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uplink.auth.control.AccessCheck;
import uplink.auth.control.CredentialCheck;
import uplink.auth.control.PasswordChange;
import uplink.auth.control.SessionStore;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Text;

/** What signed-in users do with their own account. */
@Stateless
@Allowed(Permission.SIGNED_IN)
public class Account {

    @Inject
    private SessionStore sessions;

    @Inject
    private AccessCheck access;

    @Inject
    private CredentialCheck credentials;

    @Inject
    private PasswordChange passwords;

    @Inject
    private PasswordBook book;

    /** Ends the session with all its tokens. */
    @Allowed(Permission.MFA_ENROLMENT)
    public void signOut(UUID session) {
        sessions.revoke(session);
        access.sessionEnded(session);
    }

    /** The caller's open sessions, newest first. */
    public Page<Session> sessions(UUID current, PageRequest page) {
        List<Session> rows = sessions.list(Callers.current().requireUser(), current, page);
        return Page.of(rows, page.limit(), session -> session.id().toString());
    }

    /** The same for the console: a page cut in the database. */
    public List<Session> sessions(UUID current, int first, int size) {
        return sessions.list(Callers.current().requireUser(), current, first, size);
    }

    /** How many sessions the caller has open. */
    public long countSessions() {
        return sessions.count(Callers.current().requireUser());
    }

    /**
     * The caller proves again who they are; for a quarter of an hour this session may change what signs in: second
     * factor, backup codes, passkeys. A sign-in is worth the same. Refused with {@code validation} for a wrong password
     * and after too many of them.
     */
    public void confirm(String password, UUID session) {
        if (!credentials.confirm(Callers.current().name(), password, session)) {
            throw BusinessException.invalid("password", Text.of("auth.password.wrong"));
        }
        sessions.confirmed(session);
    }

    /** Ends one of the caller's sessions; holds on every node within five seconds. Refusals: {@code not-found}. */
    public void endSession(UUID session) {
        if (!sessions.revoke(Callers.current().requireUser(), session)) {
            throw BusinessException.notFound();
        }
        access.sessionEnded(session);
    }

    /** Ends all of the caller's sessions but this one. */
    public void endOtherSessions(UUID current) {
        sessions.revokeOthers(Callers.current().requireUser(), current);
    }

    /**
     * Changes the caller's password and ends all other sessions. Refusals: {@code validation} for a wrong current
     * password or a new one that is too short or too common.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(String current, String wanted, UUID session) {
        Caller caller = Callers.current();
        if (!credentials.confirm(caller.name(), current, session)) {
            throw BusinessException.invalid("currentPassword", Text.of("auth.password.wrong"));
        }
        passwords.check(caller.name(), wanted);
        book.change(passwords.hash(wanted), session);
    }
}

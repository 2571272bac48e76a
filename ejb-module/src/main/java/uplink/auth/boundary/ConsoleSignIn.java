package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uplink.auth.control.CredentialCheck;
import uplink.auth.control.UserDirectory;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** Sign-in of the console: the same users, passwords and throttles as the API, but a servlet session, no tokens. */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsoleSignIn {

    @Inject
    private CredentialCheck credentials;

    @Inject
    private UserDirectory users;

    /**
     * Empty for an unknown e-mail, a wrong password, a disabled user and a throttled account alike, and for customers,
     * who have no business in the console. Refusals: {@code too-many-requests} when too many sign-ins run at once.
     *
     * @param ip the client's address as the trusted proxy or the socket says
     */
    public Optional<SignedInUser> verify(String email, String password, String ip) {
        return credentials
                .check(email, password)
                .filter(user -> user.customerId() == null && !user.role().equals("customer"));
    }

    /** The user as of now, for sessions that live on: empty when disabled meanwhile. Fresh within 5 seconds. */
    public Optional<SignedInUser> current(UUID userId) {
        return users.active(userId);
    }
}

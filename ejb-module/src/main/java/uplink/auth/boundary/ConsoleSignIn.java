package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AccessCheck;
import uplink.auth.control.Device;
import uplink.auth.control.KnownDevices;
import uplink.auth.control.SessionStore;
import uplink.auth.control.SessionStore.Kind;
import uplink.auth.control.TwoSteps;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/**
 * Sign-in of the console: the same users, passwords, second factors and throttles as the API. The servlet session carries
 * the id of a session row, so a session can be listed and revoked wherever it is.
 */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsoleSignIn {

    /**
     * Both steps are done, or there is only one yet.
     *
     * @param deviceToken makes this device known to the throttle; opens nothing
     */
    public record Opened(SignedInUser user, UUID session, String deviceToken) {}

    /**
     * The password was right.
     *
     * @param mfaToken what the second step needs; null when the user has no second factor and the session is open
     */
    public record First(@Nullable Opened opened, @Nullable String mfaToken) {}

    @Inject
    private TwoSteps steps;

    @Inject
    private SessionStore sessions;

    @Inject
    private KnownDevices devices;

    @Inject
    private AccessCheck access;

    /**
     * Empty for an unknown e-mail, a wrong password, a disabled user and a throttled account alike, and for customers,
     * who have no business in the console. Refusals: {@code too-many-requests} when too many sign-ins run at once.
     */
    public Optional<First> password(String email, String password, SignIn.Origin origin) {
        return steps.password(email, password, origin.deviceToken())
                .filter(first -> first.user().isStaff())
                .map(first -> first.mfaToken() == null
                        ? new First(open(first.user(), origin, false), null)
                        : new First(null, first.mfaToken()));
    }

    /**
     * The second step. Refusals: {@code unauthenticated} when the first is too long ago, {@code bad-credentials} for a
     * wrong or used code and after too many of them.
     */
    public Opened code(String mfaToken, String code, SignIn.Origin origin) {
        return open(steps.code(mfaToken, code, origin.deviceToken()), origin, true);
    }

    /** Whether the second step can be a passkey. */
    public boolean hasPasskey(String mfaToken) {
        return steps.hasPasskey(mfaToken);
    }

    /** What a passkey is asked as the second step. Refusals: {@code unauthenticated}, {@code invalid-state}. */
    public Passkey.RequestOptions passkeyOptions(String mfaToken) {
        return steps.askPasskey(mfaToken);
    }

    /** The second step with a passkey. Refusals: {@code unauthenticated}, {@code bad-credentials}. */
    public Opened passkey(String mfaToken, Passkey.Assertion assertion, SignIn.Origin origin) {
        return open(steps.passkey(mfaToken, assertion), origin, true);
    }

    /** What a passkey is asked that signs in alone; only who brings the same {@code asked} can answer it. */
    public Passkey.RequestOptions passkeyOptions(UUID asked) {
        return steps.askPasskey(asked);
    }

    /** Sign-in with a passkey alone: it is both factors. Refusals: {@code bad-credentials}. */
    public Opened passkey(UUID asked, Passkey.Assertion assertion, SignIn.Origin origin) {
        return open(steps.passkey(asked, assertion), origin, true);
    }

    /**
     * The session's user as of now: empty when the session was revoked or the user disabled. Fresh within two seconds, on
     * every node.
     */
    public Optional<SignedInUser> current(UUID session) {
        return access.session(session);
    }

    /** Ends the session. */
    public void signOut(UUID session) {
        sessions.revoke(session);
        access.sessionEnded(session);
    }

    private Opened open(SignedInUser user, SignIn.Origin origin, boolean secondFactor) {
        String name = devices.nameOf(user.userId(), origin.deviceToken()).orElse(null);
        SessionStore.Opened opened =
                steps.open(user, new Device(origin.deviceInfo(), origin.ip(), name), Kind.CONSOLE, secondFactor);
        return new Opened(
                secondFactor ? user : user.beforeSecondFactor(),
                opened.sessionId(),
                devices.remember(user.userId(), origin.deviceToken()));
    }
}

package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.KnownDevices;
import uplink.auth.control.OneTimeTokens;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.auth.control.PasswordChange;
import uplink.auth.control.SessionStore;
import uplink.shared.Allowed;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Trail;

/**
 * What is written down when a password changes. Each method is a database transaction, and none hashes: a hash waits for
 * its turn, and whoever waits must not hold a connection.
 */
@Stateless
@Allowed(Permission.SIGNED_IN)
public class PasswordBook {

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private PasswordChange passwords;

    @Inject
    private SessionStore sessions;

    @Inject
    private KnownDevices devices;

    /** Spends the link: answers a token that makes the device known; empty when it was spent already. */
    @Allowed(Permission.ANYONE)
    public Optional<String> reset(String token, String hash, @Nullable String deviceToken) {
        return tokens.use(Purpose.RESET_PASSWORD, token).map(meaning -> {
            UUID user = meaning.subject();
            Trail.actingAs(user, "account.reset-password");
            passwords.apply(user, hash);
            sessions.revokeAll(user);
            return devices.remember(user, deviceToken);
        });
    }

    /** The caller's, whose other sessions end. */
    public void change(String hash, UUID session) {
        UUID user = Objects.requireNonNull(Callers.current().userId());
        passwords.apply(user, hash);
        sessions.revokeOthers(user, session);
    }
}

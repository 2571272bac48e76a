package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.SystemTime;

/**
 * Verifies tokens and remembers what it has verified: a signature once per token, a session's row every two seconds.
 * Permissions are those of now, not those of the token.
 */
@ApplicationScoped
public class AccessCheck {

    private static final int MOST = 20_000;
    private static final long SESSION_FRESH_MILLIS = 2000;

    private final Remembered<String, TokenVerifier.Verified> tokens = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<SignedInUser>> users = new Remembered<>(MOST);

    @Inject
    private SigningKeys keys;

    @Inject
    private SessionStore sessions;

    protected AccessCheck() {}

    AccessCheck(SigningKeys keys, SessionStore sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    public Optional<Access> verify(String token) {
        return tokens.get(token).or(() -> verifyNow(token)).flatMap(this::access);
    }

    /** Holds on this node at once, on the others within two seconds. */
    public void sessionEnded(UUID session) {
        users.forget(session);
    }

    public String publicKeys() {
        return keys.published().toString(true);
    }

    private Optional<TokenVerifier.Verified> verifyNow(String token) {
        Optional<TokenVerifier.Verified> verified = new TokenVerifier(keys::find).verify(token, SystemTime.now());
        verified.ifPresent(v -> tokens.put(token, v, v.expiresAt().toEpochMilli()));
        return verified;
    }

    private Optional<Access> access(TokenVerifier.Verified verified) {
        return users.get(verified.session(), SESSION_FRESH_MILLIS, sessions::user)
                .filter(user -> user.userId().equals(verified.userId()))
                .map(user -> new Access(user, verified.session()));
    }
}

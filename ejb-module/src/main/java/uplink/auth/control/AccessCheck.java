package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.SystemTime;

/**
 * Verifies tokens and remembers what it has verified: a signature once per token, a session's or API key's row every two
 * seconds. Permissions are those of now, not those of the token.
 */
@ApplicationScoped
public class AccessCheck {

    private static final int MOST = 20_000;
    private static final long FRESH_MILLIS = 2000;

    private final Remembered<String, TokenVerifier.Verified> tokens = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<SignedInUser>> users = new Remembered<>(MOST);
    private final Remembered<String, Optional<Access>> apiKeys = new Remembered<>(MOST);

    @Inject
    private SigningKeys keys;

    @Inject
    private SessionStore sessions;

    @Inject
    private ApiKeys serviceKeys;

    protected AccessCheck() {}

    AccessCheck(SigningKeys keys, SessionStore sessions, ApiKeys serviceKeys) {
        this.keys = keys;
        this.sessions = sessions;
        this.serviceKeys = serviceKeys;
    }

    /** Of an access token, or of a service account's key. */
    public Optional<Access> verify(String token) {
        if (ApiKeys.isOne(token)) {
            return ApiKeys.isPossible(token) ? apiKeys.get(token, FRESH_MILLIS, serviceKeys::verify) : Optional.empty();
        }
        return tokens.get(token)
                .filter(verified -> keys.isLiving(verified.kid()))
                .or(() -> verifyNow(token))
                .flatMap(this::access);
    }

    /** The session's user; the row is read every two seconds, and then it is noted that the session is in use. */
    public Optional<SignedInUser> session(UUID session) {
        return users.get(session, FRESH_MILLIS, id -> {
            Optional<SignedInUser> user = sessions.user(id);
            user.ifPresent(found -> sessions.seen(id));
            return user;
        });
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
        return users.get(verified.session(), FRESH_MILLIS, sessions::user)
                .filter(user -> user.userId().equals(verified.userId()))
                .map(user -> new Access(user, verified.session()));
    }
}

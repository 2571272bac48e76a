package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.CredentialCheck;
import uplink.auth.control.SessionStore;
import uplink.auth.control.TokenIssuer;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Sign-in over the API: credentials in, a short access token and a refresh token out. Hashing runs outside any
 * database transaction, so that a wave of sign-ins holds no connections.
 */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    /**
     * Where a request comes from.
     *
     * @param deviceInfo what the client calls itself; at most 200 characters are kept
     * @param ip the client's address
     */
    public record Origin(@Nullable String deviceInfo, String ip) {}

    /**
     * A successful sign-in, as the API shows it.
     *
     * @param expiresIn seconds that the access token lives
     * @param refreshToken opaque; good for one use
     */
    public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken, TokenUser user) {}

    /**
     * @param permissions codes, sorted
     * @param customerId absent for staff
     */
    public record TokenUser(UUID id, String email, String role, List<String> permissions, @Nullable UUID customerId) {}

    @Inject
    private CredentialCheck credentials;

    @Inject
    private SessionStore sessions;

    @Inject
    private TokenIssuer issuer;

    /**
     * Signs in and opens a session. Refusals: {@code bad-credentials}, the same for an unknown e-mail, a wrong password,
     * a disabled user and a throttled account; {@code too-many-requests} when too many sign-ins run at once.
     */
    public Tokens login(String email, String password, Origin origin) {
        SignedInUser user = credentials
                .check(email, password)
                .orElseThrow(() -> new BusinessException(ProblemType.BAD_CREDENTIALS, Text.of("auth.bad-credentials")));
        return tokens(user, sessions.open(user, origin.deviceInfo(), origin.ip()));
    }

    /**
     * Exchanges a refresh token for the next pair. A token that was already exchanged ends its whole session at once,
     * because one of its two users is a thief; only within 10 seconds, once and from the same device it is taken for a
     * lost answer. Refusals: {@code unauthenticated}.
     */
    public Tokens refresh(String refreshToken, Origin origin) {
        SessionStore.Renewed renewed = sessions.renew(refreshToken, origin.deviceInfo());
        return tokens(renewed.user(), renewed.opened());
    }

    private Tokens tokens(SignedInUser user, SessionStore.Opened session) {
        List<String> permissions =
                user.permissions().stream().map(Permission::code).sorted().toList();
        return new Tokens(
                issuer.issue(user, session.sessionId()),
                "Bearer",
                TokenIssuer.LIFETIME.toSeconds(),
                session.refreshToken(),
                new TokenUser(user.userId(), user.email(), user.role(), permissions, user.customerId()));
    }
}

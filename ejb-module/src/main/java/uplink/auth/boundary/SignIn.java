package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.Device;
import uplink.auth.control.KnownDevices;
import uplink.auth.control.RefreshTokens;
import uplink.auth.control.SessionStore.Kind;
import uplink.auth.control.SessionStore.Opened;
import uplink.auth.control.TokenIssuer;
import uplink.auth.control.TwoSteps;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
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
     * @param deviceToken what an earlier sign-in left with this device, if it did
     */
    public record Origin(@Nullable String deviceInfo, String ip, @Nullable String deviceToken) {}

    /**
     * What a sign-in has come to: tokens, or a second factor to be passed first.
     *
     * @param mfaToken good for five minutes; null when tokens are there
     */
    public record Outcome(@Nullable Tokens tokens, @Nullable String mfaToken) {}

    /**
     * A successful sign-in.
     *
     * @param expiresIn seconds that the access token lives
     * @param refreshToken opaque; good for one use
     * @param deviceToken makes this device known to the throttle; opens nothing
     */
    public record Tokens(
            String accessToken,
            String tokenType,
            long expiresIn,
            String refreshToken,
            TokenUser user,
            String deviceToken) {}

    /**
     * @param permissions codes, sorted; {@code mfa-enrolment} alone when a second factor must be enrolled first
     * @param customerId absent for staff
     */
    public record TokenUser(UUID id, String email, String role, List<String> permissions, @Nullable UUID customerId) {}

    @Inject
    private TwoSteps steps;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private KnownDevices devices;

    @Inject
    private TokenIssuer issuer;

    /**
     * Signs in and opens a session, or asks for the second factor. Refusals: {@code bad-credentials}, the same for an
     * unknown e-mail, a wrong password, a disabled user and a throttled account; {@code too-many-requests} when too many
     * sign-ins run at once.
     */
    public Outcome login(String email, String password, Origin origin) {
        TwoSteps.First first = steps.password(email, password, origin.deviceToken())
                .orElseThrow(() -> refused(ProblemType.BAD_CREDENTIALS, "auth.bad-credentials"));
        if (first.mfaToken() != null) {
            return new Outcome(null, first.mfaToken());
        }
        return new Outcome(open(first.user(), origin, false), null);
    }

    /**
     * The second step: a code of the authenticator app or a backup code. Refusals: {@code unauthenticated} when the first
     * step is too long ago or was used, {@code bad-credentials} for a wrong or used code and after too many of them.
     */
    public Tokens verify(String mfaToken, String code, Origin origin) {
        return open(steps.code(mfaToken, code, origin.deviceToken()), origin, true);
    }

    /**
     * The second step with a passkey: what it is asked. Refusals: {@code unauthenticated} when the first step is too long
     * ago or was used, {@code invalid-state} for a user without passkeys.
     */
    public Passkey.RequestOptions passkeyOptions(String mfaToken) {
        return steps.askPasskey(mfaToken);
    }

    /** The second step with a passkey. Refusals: {@code unauthenticated}, {@code bad-credentials}. */
    public Tokens verify(String mfaToken, Passkey.Assertion assertion, Origin origin) {
        return open(steps.passkey(mfaToken, assertion), origin, true);
    }

    /** Sign-in of staff with a passkey alone: what it is asked. */
    public Passkey.RequestOptions passkeyOptions() {
        return steps.askPasskey(Ids.next());
    }

    /** Sign-in of staff with a passkey alone: it is both factors. Refusals: {@code bad-credentials}. */
    public Tokens passkey(Passkey.Assertion assertion, Origin origin) {
        return open(steps.passkey((UUID) null, assertion), origin, true);
    }

    /**
     * Exchanges a refresh token for the next pair. A token that was already exchanged ends its whole session at once,
     * because one of its two users is a thief; only within 10 seconds, once and from the same device it is taken for a
     * lost answer. Refusals: {@code unauthenticated}.
     */
    public Tokens refresh(String refreshToken, Origin origin) {
        UUID owner = refreshTokens.ownerOf(refreshToken).orElse(null);
        RefreshTokens.Renewed renewed = refreshTokens.renew(refreshToken, device(owner, origin));
        return tokens(renewed.user(), renewed.opened(), origin);
    }

    private Tokens open(SignedInUser user, Origin origin, boolean secondFactor) {
        SignedInUser known = secondFactor || !user.isStaff() ? user : user.beforeSecondFactor();
        Opened opened = steps.open(user, device(user.userId(), origin), Kind.API, secondFactor);
        return tokens(known, opened, origin);
    }

    private Tokens tokens(SignedInUser user, Opened session, Origin origin) {
        List<String> permissions =
                user.permissions().stream().map(Permission::code).sorted().toList();
        return new Tokens(
                issuer.issue(user, session.sessionId()),
                "Bearer",
                TokenIssuer.LIFETIME.toSeconds(),
                session.refreshToken(),
                new TokenUser(user.userId(), user.email(), user.role(), permissions, user.customerId()),
                devices.remember(user.userId(), origin.deviceToken()));
    }

    private Device device(@Nullable UUID user, Origin origin) {
        String name = devices.nameOf(user, origin.deviceToken()).orElse(null);
        return new Device(origin.deviceInfo(), origin.ip(), name);
    }

    private static BusinessException refused(ProblemType type, String text) {
        return new BusinessException(type, Text.of(text));
    }
}

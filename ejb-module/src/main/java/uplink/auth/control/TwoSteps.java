package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.RequestOptions;
import uplink.auth.boundary.SignedInUser;
import uplink.auth.control.OneTimeTokens.Meaning;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.shared.Atomic;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Trail;

/** Password first, then the second factor where there is one: the same for the API and the console. */
@ApplicationScoped
public class TwoSteps {

    /**
     * The password was right.
     *
     * @param mfaToken what stands for that until the second factor is passed; null when the user has none
     */
    public record First(SignedInUser user, @Nullable String mfaToken) {}

    @Inject
    private CredentialCheck credentials;

    @Inject
    private SecondFactors factors;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private UserDirectory users;

    @Inject
    private KnownDevices devices;

    @Inject
    private SessionStore sessions;

    @Inject
    private PasskeyCheck passkeys;

    @Inject
    private PasskeyRows passkeyRows;

    @Inject
    private AuthEvents events;

    protected TwoSteps() {}

    TwoSteps(
            CredentialCheck credentials,
            SecondFactors factors,
            OneTimeTokens tokens,
            UserDirectory users,
            KnownDevices devices,
            SessionStore sessions,
            PasskeyCheck passkeys,
            PasskeyRows passkeyRows,
            AuthEvents events) {
        this.credentials = credentials;
        this.factors = factors;
        this.tokens = tokens;
        this.users = users;
        this.devices = devices;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.passkeyRows = passkeyRows;
        this.events = events;
    }

    /** Empty when it is not right, without saying why. */
    public Optional<First> password(@Nullable String email, @Nullable String password, @Nullable String deviceToken) {
        return credentials
                .check(email, password, deviceToken)
                .map(user -> new First(
                        user,
                        factors.isEnrolled(user.userId())
                                ? tokens.issue(Purpose.SECOND_FACTOR, user.userId(), null)
                                : null));
    }

    /**
     * The user who has now passed both. Refusals: {@code unauthenticated} for a token that is spent, {@code
     * bad-credentials} for a code that is wrong or was used, and when there were too many.
     */
    public SignedInUser code(String mfaToken, String code, @Nullable String deviceToken) {
        UUID user = pending(mfaToken);
        if (!factors.accept(user, code, devices.nameOf(user, deviceToken).orElse(null))) {
            users.refused(user, "account.code-refused");
            throw new BusinessException(ProblemType.BAD_CREDENTIALS, Text.of("auth.mfa.refused"));
        }
        return tokens.use(Purpose.SECOND_FACTOR, mfaToken)
                .flatMap(meaning -> users.active(meaning.subject()))
                .orElseThrow(TwoSteps::spent);
    }

    /**
     * What a passkey is asked for instead of a code. Refusals: {@code unauthenticated} for a token that is spent, {@code
     * invalid-state} for a user without passkeys.
     */
    public RequestOptions askPasskey(String mfaToken) {
        RequestOptions options = passkeys.factor(pending(mfaToken));
        if (options.allowCredentials().isEmpty()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.passkey.none"));
        }
        return options;
    }

    /** Whether the user behind that token has a passkey. */
    public boolean hasPasskey(String mfaToken) {
        return tokens.peek(Purpose.SECOND_FACTOR, mfaToken)
                .filter(meaning -> passkeyRows.count(meaning.subject()) > 0)
                .isPresent();
    }

    /** The user who has now passed both. Refusals as for {@link #code}. */
    public SignedInUser passkey(String mfaToken, Assertion assertion) {
        UUID user = pending(mfaToken);
        if (passkeys.proven(Purpose.PASSKEY_FACTOR, user, user, assertion).isEmpty()) {
            users.refused(user, "account.passkey-refused");
            throw refusedPasskey();
        }
        return tokens.use(Purpose.SECOND_FACTOR, mfaToken)
                .flatMap(meaning -> users.active(meaning.subject()))
                .orElseThrow(TwoSteps::spent);
    }

    /**
     * What a passkey is asked for instead of e-mail, password and code.
     *
     * @param asked what the answer is bound to, where the edge can keep that
     */
    public RequestOptions askPasskey(UUID asked) {
        return passkeys.signIn(asked);
    }

    /**
     * The member of staff whose passkey it is: it was unlocked by its owner, so it is both factors. Refused with {@code
     * bad-credentials} when it is unknown, was removed or did not answer what was asked, and for disabled users.
     */
    public SignedInUser passkey(@Nullable UUID asked, Assertion assertion) {
        return passkeys.proven(Purpose.PASSKEY_SIGN_IN, asked, null, assertion)
                .flatMap(users::active)
                .filter(SignedInUser::isStaff)
                .orElseThrow(TwoSteps::refusedPasskey);
    }

    private UUID pending(String mfaToken) {
        return tokens.peek(Purpose.SECOND_FACTOR, mfaToken)
                .map(Meaning::subject)
                .orElseThrow(TwoSteps::spent);
    }

    private static BusinessException refusedPasskey() {
        return new BusinessException(ProblemType.BAD_CREDENTIALS, Text.of("auth.passkey.wrong"));
    }

    /** Opens the session and says so; also whether the user has never come from there ({@link SessionStore#isNew}). */
    @Atomic
    public SessionStore.Opened open(SignedInUser user, Device device, SessionStore.Kind kind, boolean secondFactor) {
        Trail.actingAs(user.userId(), "account.sign-in");
        boolean newDevice = sessions.isNew(user.userId(), device);
        SessionStore.Opened opened = sessions.open(user.userId(), device, kind, secondFactor);
        Map<String, Object> data = new HashMap<>();
        data.put("userId", user.userId());
        data.put("sessionId", opened.sessionId());
        data.put("kind", kind.code());
        data.put("newDevice", newDevice);
        if (user.customerId() != null) {
            data.put("customerId", user.customerId());
        }
        events.announce(AuthEvents.SIGNED_IN, user.userId(), data);
        return opened;
    }

    private static BusinessException spent() {
        return new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("auth.mfa.spent"));
    }
}

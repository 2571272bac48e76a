package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import uplink.auth.control.AccessCheck;
import uplink.auth.control.Confirmations;
import uplink.auth.control.SecondFactors;
import uplink.auth.control.Totp;
import uplink.auth.control.UserDirectory;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.QrCode;
import uplink.shared.Text;

/**
 * The caller's authenticator app. Open to staff who have none yet: it is the only thing that is, until they have enrolled
 * one.
 */
@Stateless
@Allowed(Permission.MFA_ENROLMENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactor {

    /**
     * What an authenticator app needs to know.
     *
     * @param secret base32, for apps without a camera
     * @param otpauthUri what the QR code says
     * @param qrPng a picture, PNG in base64
     */
    public record Enrolment(String secret, String otpauthUri, String qrPng) {}

    /** Ten codes, each good once instead of the app; shown only here. */
    public record Codes(List<String> backupCodes) {
        public Codes {
            backupCodes = List.copyOf(backupCodes);
        }
    }

    @Inject
    private SecondFactors factors;

    @Inject
    private UserDirectory users;

    @Inject
    private AccessCheck access;

    @Inject
    private Confirmations confirmations;

    /**
     * What the caller has.
     *
     * @param enrolled whether sign-in asks for codes
     * @param backupCodes how many of them are left
     */
    public record State(boolean enrolled, long backupCodes) {}

    /** Whether the caller has an authenticator app, and how many backup codes are left. */
    @Allowed(Permission.SIGNED_IN)
    public State state() {
        UUID user = user().userId();
        return new State(factors.isEnrolled(user), factors.backupCodesLeft(user));
    }

    /**
     * A new seed. It counts once {@link #confirm} has seen its first code; doing this again makes another one. Refused
     * with {@code confirmation-required} when it would take the place of another and the sign-in was long ago.
     */
    public Enrolment enroll(UUID session) {
        SignedInUser user = user();
        if (factors.isEnrolled(user.userId())) {
            confirmations.require(session);
        }
        byte[] seed = factors.begin(user.userId());
        String uri = Totp.uri(user.email(), seed);
        return new Enrolment(Totp.base32(seed), uri, Base64.getEncoder().encodeToString(QrCode.png(uri)));
    }

    /**
     * The app works: from now on sign-in asks for its codes, this session has passed it, and the user's other sessions
     * end. Refused with {@code validation} when the code does not fit.
     */
    public Codes confirm(String code, UUID session) {
        List<String> codes = factors.prepare(user().userId(), code)
                .flatMap(prepared -> factors.confirm(prepared, session))
                .orElseThrow(() -> BusinessException.invalid("code", Text.of("auth.mfa.wrong-code")));
        access.sessionEnded(session); // what was remembered of it is no longer true
        return new Codes(codes);
    }

    /**
     * Ten new backup codes; those that were there before are void. Refusals: {@code confirmation-required} when the
     * sign-in was long ago, {@code invalid-state} without a second factor.
     */
    @Allowed(Permission.SIGNED_IN)
    public Codes renewBackupCodes(UUID session) {
        confirmations.require(session);
        UUID user = user().userId();
        if (!factors.isEnrolled(user)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.mfa.none"));
        }
        return new Codes(factors.replaceBackupCodes(user, factors.makeBackupCodes()));
    }

    /**
     * Back to the password alone. Refusals: {@code invalid-state} for staff, who must have a second factor, {@code
     * confirmation-required} when the sign-in was long ago.
     */
    @Allowed(Permission.SIGNED_IN)
    public void remove(UUID session) {
        confirmations.require(session);
        SignedInUser user = user();
        if (user.isStaff()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.mfa.mandatory"));
        }
        factors.remove(user.userId());
    }

    /** Service accounts have no second factor, because they do not sign in. */
    private SignedInUser user() {
        UUID id = Callers.current().userId();
        return (id == null ? java.util.Optional.<SignedInUser>empty() : users.active(id))
                .filter(user -> !user.role().equals("service"))
                .orElseThrow(() -> new BusinessException(ProblemType.FORBIDDEN, Text.of("shared.forbidden")));
    }
}

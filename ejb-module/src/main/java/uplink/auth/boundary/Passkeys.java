package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uplink.auth.boundary.Passkey.Attestation;
import uplink.auth.boundary.Passkey.CreationOptions;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.Confirmations;
import uplink.auth.control.PasskeyCheck;
import uplink.auth.control.PasskeyRows;
import uplink.auth.control.SecondFactors;
import uplink.auth.control.UserDirectory;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * The caller's passkeys (WebAuthn). Staff have them beside the authenticator app; a new one, and the removal of one, need
 * a sign-in that is not long ago ({@code confirmation-required}).
 */
@Stateless
@Allowed(Permission.SIGNED_IN)
public class Passkeys {

    private static final int LONGEST_LABEL = 100;
    private static final int MOST = 20;

    @Inject
    private PasskeyRows rows;

    @Inject
    private PasskeyCheck check;

    @Inject
    private Confirmations confirmations;

    @Inject
    private UserDirectory users;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuthEvents events;

    /** The caller's own, newest first: at most twenty. */
    public List<Passkey> list() {
        return rows.list(user().userId());
    }

    /**
     * What the authenticator is to make a passkey for; good for five minutes, once, in this session. Refusals: {@code
     * invalid-state} for customers, before there is an authenticator app and after twenty passkeys, {@code
     * confirmation-required}.
     */
    public CreationOptions begin(UUID session) {
        confirmations.require(session);
        SignedInUser user = staff();
        if (!factors.isEnrolled(user.userId())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.mfa.none"));
        }
        if (rows.count(user.userId()) >= MOST) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.passkey.too-many", MOST));
        }
        return check.creation(user, session);
    }

    /**
     * Keeps the passkey that the authenticator has made. Refusals: {@code validation} when it does not answer what was
     * asked in this session, {@code conflict} when it is known, {@code invalid-state}, {@code confirmation-required}.
     */
    public Passkey add(Attestation attestation, UUID session) {
        confirmations.require(session);
        SignedInUser user = staff();
        Validation validation = new Validation();
        String label = validation.text("label", attestation.label(), LONGEST_LABEL);
        validation.done();
        PasskeyRows.Kept kept = check.created(attestation, user.userId(), session);
        Passkey made = rows.insert(user.userId(), label, kept);
        events.announce(AuthEvents.PASSKEY_ADDED, user.userId());
        return made;
    }

    /** Refusals: {@code not-found}, {@code validation}. */
    public Passkey rename(UUID id, String label) {
        Validation validation = new Validation();
        String wanted = validation.text("label", label, LONGEST_LABEL);
        validation.done();
        return rows.rename(user().userId(), id, wanted).orElseThrow(BusinessException::notFound);
    }

    /** From now on it signs nobody in. Refusals: {@code not-found}, {@code confirmation-required}. */
    public void remove(UUID id, UUID session) {
        confirmations.require(session);
        UUID user = user().userId();
        if (!rows.remove(user, id)) {
            throw BusinessException.notFound();
        }
        events.announce(AuthEvents.PASSKEY_REMOVED, user);
    }

    private SignedInUser staff() {
        SignedInUser user = user();
        if (!user.isStaff()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.passkey.staff-only"));
        }
        return user;
    }

    private SignedInUser user() {
        UUID id = Callers.current().userId();
        return (id == null ? java.util.Optional.<SignedInUser>empty() : users.active(id))
                .filter(user -> !user.role().equals("service"))
                .orElseThrow(() -> new BusinessException(ProblemType.FORBIDDEN, Text.of("shared.forbidden")));
    }
}

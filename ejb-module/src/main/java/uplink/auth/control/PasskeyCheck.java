package uplink.auth.control;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Passkey.Algorithm;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.Attestation;
import uplink.auth.boundary.Passkey.CreationOptions;
import uplink.auth.boundary.Passkey.Descriptor;
import uplink.auth.boundary.Passkey.Owner;
import uplink.auth.boundary.Passkey.Provider;
import uplink.auth.boundary.Passkey.RequestOptions;
import uplink.auth.boundary.Passkey.Selection;
import uplink.auth.boundary.SignedInUser;
import uplink.auth.control.OneTimeTokens.Meaning;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/**
 * The ceremonies of WebAuthn: what is asked, and whether the answer fits. A challenge is a one-time token: kept as a hash,
 * good for five minutes and once, and bound to the session or user that asked.
 */
@ApplicationScoped
public class PasskeyCheck {

    private static final String TYPE = "public-key";
    private static final String NAME = "Uplink";
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final Set<String> TRANSPORTS = Set.of("ble", "hybrid", "internal", "nfc", "smart-card", "usb");

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    /** Attestation is not asked for: who made the authenticator does not matter here. */
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private final RelyingParty us;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private PasskeyRows rows;

    @Inject
    private AuthEvents events;

    protected PasskeyCheck() {
        us = RelyingParty.configured();
    }

    PasskeyCheck(RelyingParty us, OneTimeTokens tokens, PasskeyRows rows, AuthEvents events) {
        this.us = us;
        this.tokens = tokens;
        this.rows = rows;
        this.events = events;
    }

    /** For a passkey that the authenticator can find by itself and that asks its owner each time (PIN, finger, face). */
    public CreationOptions creation(SignedInUser user, UUID session) {
        return new CreationOptions(
                new Provider(us.id(), NAME),
                new Owner(Base64Url.encode(handle(user.userId())), user.email(), user.fullName()),
                tokens.issue(
                        Purpose.PASSKEY_REGISTRATION, session, user.userId().toString()),
                ALGORITHMS.stream()
                        .map(algorithm -> new Algorithm(TYPE, algorithm.getValue()))
                        .toList(),
                Purpose.PASSKEY_REGISTRATION.lifetime().toMillis(),
                rows.descriptors(user.userId()),
                new Selection("required", true, "required"),
                "none");
    }

    /** Refused with {@code validation} when the answer is not to a question of this session. */
    public PasskeyRows.Kept created(Attestation answer, UUID user, UUID session) {
        try {
            RegistrationData data = manager.parse(new RegistrationRequest(
                    Base64Url.decode("attestationObject", answer.attestationObject()),
                    Base64Url.decode("clientDataJson", answer.clientDataJson())));
            String challenge = challenge(data.getCollectedClientData());
            boolean isOurs = tokens.use(Purpose.PASSKEY_REGISTRATION, challenge)
                    .filter(asked -> asked.subject().equals(session))
                    .filter(asked -> user.toString().equals(asked.detail()))
                    .isPresent();
            if (!isOurs) {
                throw refusedAttestation();
            }
            manager.verify(data, new RegistrationParameters(server(challenge), parameters(), true, true));
            return kept(data, answer.transports());
        } catch (DataConversionException | VerificationException e) {
            throw refusedAttestation();
        }
    }

    /** Any passkey of ours, with its owner's PIN, finger or face: counts as both factors. */
    public RequestOptions signIn(UUID asked) {
        return request(Purpose.PASSKEY_SIGN_IN, asked, List.of());
    }

    /** One of that user's, after the password. */
    public RequestOptions factor(UUID user) {
        return request(Purpose.PASSKEY_FACTOR, user, rows.descriptors(user));
    }

    /**
     * Whose passkey it is, when the answer fits a question of that purpose that was not answered before. Empty in every
     * other case. A counter that has not grown means that there are two of the authenticator: refused, and the owner is
     * told.
     *
     * @param asked what the question was bound to; null: nothing that could be compared
     * @param owner whose passkey it must be; null: anybody's
     */
    public Optional<UUID> proven(Purpose purpose, @Nullable UUID asked, @Nullable UUID owner, Assertion answer) {
        try {
            byte[] id = Base64Url.decode("credentialId", answer.credentialId());
            AuthenticationData data = manager.parse(new AuthenticationRequest(
                    id,
                    answer.userHandle() == null ? null : Base64Url.decode("userHandle", answer.userHandle()),
                    Base64Url.decode("authenticatorData", answer.authenticatorData()),
                    Base64Url.decode("clientDataJson", answer.clientDataJson()),
                    Base64Url.decode("signature", answer.signature())));
            String challenge = challenge(data.getCollectedClientData());
            Optional<Meaning> question = tokens.use(purpose, challenge)
                    .filter(meaning -> asked == null || meaning.subject().equals(asked));
            return question.isEmpty()
                    ? Optional.empty()
                    : rows.find(id)
                            .filter(known -> owner == null || known.user().equals(owner))
                            .filter(known -> isOwner(data.getUserHandle(), known.user()))
                            .filter(known -> fits(known, data, challenge))
                            .map(PasskeyRows.Known::user);
        } catch (DataConversionException e) {
            return Optional.empty();
        }
    }

    private boolean fits(PasskeyRows.Known known, AuthenticationData data, String challenge) {
        var authenticator = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                known.backedUp(),
                known.signCount(),
                credentials.convert(known.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        try {
            manager.verify(data, new AuthenticationParameters(server(challenge), authenticator, null, true, true));
        } catch (MaliciousCounterValueException e) {
            events.announce(AuthEvents.PASSKEY_SUSPECT, known.user());
            return false;
        } catch (VerificationException e) {
            return false;
        }
        AuthenticatorData<?> said = data.getAuthenticatorData();
        return said != null && rows.used(known.id(), said.getSignCount(), said.isFlagBS());
    }

    private RequestOptions request(Purpose purpose, UUID asked, List<Descriptor> allowed) {
        return new RequestOptions(
                tokens.issue(purpose, asked, null), purpose.lifetime().toMillis(), us.id(), allowed, "required");
    }

    private PasskeyRows.Kept kept(RegistrationData data, @Nullable List<String> transports) {
        AttestationObject object = data.getAttestationObject();
        AuthenticatorData<?> said = object == null ? null : object.getAuthenticatorData();
        AttestedCredentialData credential = said == null ? null : said.getAttestedCredentialData();
        if (said == null || credential == null) {
            throw refusedAttestation();
        }
        UUID aaguid = credential.getAaguid().getValue();
        return new PasskeyRows.Kept(
                credential.getCredentialId(),
                credentials.convert(credential),
                aaguid == null ? new UUID(0, 0) : aaguid,
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS(),
                (transports == null ? List.<String>of() : transports)
                        .stream().filter(TRANSPORTS::contains).distinct().toList());
    }

    private ServerProperty server(String challenge) {
        return new ServerProperty(new Origin(us.origin()), us.id(), new DefaultChallenge(challenge));
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private static String challenge(@Nullable CollectedClientData said) {
        return said == null ? "" : Base64Url.encode(said.getChallenge().getValue());
    }

    /** The handle is the user's id; authenticators that know only one of ours may leave it out. */
    private static boolean isOwner(byte @Nullable [] handle, UUID user) {
        return handle == null || handle.length == 0 || java.util.Arrays.equals(handle, handle(user));
    }

    private static byte[] handle(UUID user) {
        return ByteBuffer.allocate(16)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }

    private static BusinessException refusedAttestation() {
        return BusinessException.invalid("attestationObject", Text.of("auth.passkey.refused"));
    }
}

package uplink.auth.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Json;
import uplink.shared.Text;

/**
 * A passkey, as its owner sees it.
 *
 * @param label what the owner calls it
 * @param aaguid the make of authenticator; zeros when it does not say
 * @param synced whether a provider keeps it on several devices
 * @param lastUsedAt null when it never was
 */
public record Passkey(
        UUID id, String label, UUID aaguid, boolean synced, Instant createdAt, @Nullable Instant lastUsedAt) {

    /**
     * What an authenticator is asked for: {@code PublicKeyCredentialCreationOptionsJSON} of WebAuthn 3, as browsers take it.
     *
     * @param timeout milliseconds
     */
    public record CreationOptions(
            Provider rp,
            Owner user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {
        public CreationOptions {
            pubKeyCredParams = List.copyOf(pubKeyCredParams);
            excludeCredentials = List.copyOf(excludeCredentials);
        }
    }

    /** Who asks: the host of the configured public address. */
    public record Provider(String id, String name) {}

    /** Whose it is; the id says nothing to others. */
    public record Owner(String id, String name, String displayName) {}

    /** A kind of key, by its number in the COSE registry. */
    public record Algorithm(String type, long alg) {}

    /** One credential, its id in base64url. */
    public record Descriptor(String type, String id, List<String> transports) {
        public Descriptor {
            transports = List.copyOf(transports);
        }
    }

    /** What the authenticator must be able to do. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /**
     * What an authenticator is asked to prove: {@code PublicKeyCredentialRequestOptionsJSON} of WebAuthn 3.
     *
     * @param timeout milliseconds
     * @param allowCredentials empty: any that the authenticator has for us
     */
    public record RequestOptions(
            String challenge, long timeout, String rpId, List<Descriptor> allowCredentials, String userVerification) {
        public RequestOptions {
            allowCredentials = List.copyOf(allowCredentials);
        }
    }

    /** What a new authenticator answered; bytes in base64url. */
    public record Attestation(
            String clientDataJson, String attestationObject, @Nullable List<String> transports, String label) {

        /** From the JSON that a page's script made of it. Refused with {@code validation} when it is none. */
        public static Attestation of(String json, String label) {
            Unnamed read = Passkey.read(json, Unnamed.class);
            return new Attestation(read.clientDataJson(), read.attestationObject(), read.transports(), label);
        }
    }

    private record Unnamed(String clientDataJson, String attestationObject, List<String> transports) {}

    /** What an authenticator answered to prove itself; bytes in base64url. */
    public record Assertion(
            String credentialId,
            String clientDataJson,
            String authenticatorData,
            String signature,
            @Nullable String userHandle) {

        /** From the JSON that a page's script made of it. Refused with {@code validation} when it is none. */
        public static Assertion of(String json) {
            return Passkey.read(json, Assertion.class);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (IllegalArgumentException e) {
            throw BusinessException.invalid("answer", Text.of("auth.passkey.refused"));
        }
    }
}

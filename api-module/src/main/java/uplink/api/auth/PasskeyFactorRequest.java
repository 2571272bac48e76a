package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uplink.auth.boundary.Passkey;

@Schema(description = "The second step of a sign-in with a passkey.")
public record PasskeyFactorRequest(
        @Schema(required = true, maxLength = 200) String mfaToken,
        @Schema(required = true) Passkey.Assertion assertion) {}

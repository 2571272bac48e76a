package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second step of a sign-in. */
@Schema(description = "What the first step answered, and a code of the authenticator app or a backup code.")
public record SecondFactorRequest(
        @Schema(required = true, maxLength = 200) String mfaToken,
        @Schema(required = true, maxLength = 40, example = "123456") String code) {}

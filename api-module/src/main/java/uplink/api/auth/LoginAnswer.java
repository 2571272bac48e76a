package uplink.api.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignIn;

/**
 * Tokens, or that a second factor has to be passed first.
 *
 * @param mfaRequired true when it has; absent otherwise
 * @param mfaToken for {@code POST /auth/mfa/verify}, good for five minutes
 */
@Schema(description = "A pair of tokens, or mfaRequired and mfaToken when a second factor has to be passed first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginAnswer(
        @Schema(description = "JWT, RS256; send it as a bearer token.") @Nullable String accessToken,
        @Schema(enumeration = "Bearer") @Nullable String tokenType,
        @Schema(description = "Seconds.", example = "600") @Nullable Long expiresIn,
        @Schema(description = "Opaque, good for one use. Absent when it went into a cookie.") @Nullable
                String refreshToken,
        TokenAnswer.@Nullable User user,
        @Schema(description = "True when a second factor has to be passed; absent otherwise.") @Nullable
                Boolean mfaRequired,
        @Schema(description = "For POST /auth/mfa/verify, good for five minutes.") @Nullable String mfaToken) {

    static LoginAnswer of(SignIn.Tokens tokens, boolean withRefreshToken) {
        TokenAnswer pair = TokenAnswer.of(tokens, withRefreshToken);
        return new LoginAnswer(
                pair.accessToken(), pair.tokenType(), pair.expiresIn(), pair.refreshToken(), pair.user(), null, null);
    }

    static LoginAnswer secondFactor(@Nullable String mfaToken) {
        return new LoginAnswer(null, null, null, null, null, true, mfaToken);
    }
}

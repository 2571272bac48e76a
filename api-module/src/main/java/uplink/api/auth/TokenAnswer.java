package uplink.api.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignIn;

/**
 * A pair of tokens.
 *
 * @param expiresIn seconds that the access token lives
 * @param refreshToken absent when it was delivered as a cookie
 */
@Schema(description = "A pair of tokens and whom they speak for.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenAnswer(
        @Schema(required = true, description = "JWT, RS256; send it as a bearer token.") String accessToken,
        @Schema(required = true, enumeration = "Bearer") String tokenType,
        @Schema(required = true, description = "Seconds.", example = "600") long expiresIn,
        @Schema(description = "Opaque, good for one use. Absent when it went into a cookie.") @Nullable
                String refreshToken,
        @Schema(required = true) User user) {

    /** Whom the tokens speak for. */
    @Schema(name = "TokenUser", description = "The user.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record User(
            @Schema(required = true) UUID id,
            @Schema(required = true) String email,
            @Schema(required = true, example = "operator") String role,
            @Schema(required = true, description = "Codes, sorted.") List<String> permissions,
            @Schema(description = "Absent for staff.") @Nullable UUID customerId) {}

    static TokenAnswer of(SignIn.Tokens tokens, boolean withRefreshToken) {
        SignIn.TokenUser user = tokens.user();
        return new TokenAnswer(
                tokens.accessToken(),
                tokens.tokenType(),
                tokens.expiresIn(),
                withRefreshToken ? tokens.refreshToken() : null,
                new User(user.id(), user.email(), user.role(), user.permissions(), user.customerId()));
    }
}

package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.auth.boundary.Account;
import uplink.auth.boundary.SignIn;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Sign-in, tokens and the caller's own account. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in", description = "Tokens and sessions.")
public class AuthResource {

    @Inject
    private SignIn signIn;

    @Inject
    private Account account;

    @Inject
    private AccessTokens tokens;

    @Context
    private HttpServletRequest request;

    @POST
    @Path("login")
    @Guarded("sign-in")
    @Operation(
            operationId = "login",
            summary = "Sign in with e-mail and password",
            description = "Staff must have a second factor. Who has none yet gets tokens whose only permission is"
                    + " mfa-enrolment: everything but enrolment and sign-out is refused with mfa-enrolment-required"
                    + " until one is enrolled. After ten wrong passwords in 15 minutes the account's owner gets a mail"
                    + " with a link for POST /auth/device/confirm, after which this device can go on.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Signed in, or a second factor is needed.",
            content = @Content(schema = @Schema(implementation = LoginAnswer.class)))
    @APIResponse(responseCode = "401", description = "bad-credentials: wrong, or tried too often.")
    public Response login(
            LoginRequest credentials,
            @Parameter(description = "\"cookie\" delivers the refresh token as a cookie.")
                    @HeaderParam(Delivery.HEADER)
                    @Nullable
                    String delivery) {
        SignIn.Outcome outcome = signIn.login(
                credentials.email(), credentials.password(), Delivery.origin(request, credentials.deviceInfo()));
        SignIn.Tokens tokens = outcome.tokens();
        if (tokens == null) {
            return Response.ok(LoginAnswer.secondFactor(outcome.mfaToken())).build();
        }
        return Delivery.answer(tokens, delivery, withRefreshToken -> LoginAnswer.of(tokens, withRefreshToken));
    }

    @POST
    @Path("mfa/verify")
    @Guarded("second-factor")
    @Operation(
            operationId = "verifySecondFactor",
            summary = "Pass the second factor with a code of the app or a backup code")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Signed in.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "bad-credentials: the code is wrong, used, or there were five wrong ones in 15 minutes;"
                    + " unauthenticated: the mfaToken is spent.")
    public Response verify(
            SecondFactorRequest wanted,
            @Parameter(description = "\"cookie\" delivers the refresh token as a cookie.")
                    @HeaderParam(Delivery.HEADER)
                    @Nullable
                    String delivery) {
        SignIn.Tokens tokens = signIn.verify(wanted.mfaToken(), wanted.code(), Delivery.origin(request, null));
        return Delivery.answer(tokens, delivery);
    }

    @POST
    @Path("refresh")
    @Operation(
            operationId = "refreshTokens",
            summary = "Exchange a refresh token for the next pair",
            description = "A token is good once. One that comes again ends its session, and the user is told by mail;"
                    + " only within ten seconds, once and from the same device it is taken for a lost answer.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "The next pair; the token that was sent is used up.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated: unknown, expired, revoked or used before.")
    public Response refresh(
            RefreshRequest wanted,
            @Parameter(description = "\"cookie\" takes and delivers the refresh token as a cookie.")
                    @HeaderParam(Delivery.HEADER)
                    @Nullable
                    String delivery,
            @Parameter(hidden = true) @CookieParam(RefreshCookie.NAME) @Nullable String cookie) {
        String token = RefreshCookie.WANTED.equals(delivery) ? cookie : wanted.refreshToken();
        if (token == null || token.isBlank()) {
            throw BusinessException.invalid("refreshToken", Text.of("shared.validation.required"));
        }
        SignIn.Tokens tokens = signIn.refresh(token, Delivery.origin(request, null));
        return Delivery.answer(tokens, delivery);
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "logout", summary = "End this session with all its tokens")
    @Extension(name = "x-permission", value = "mfa-enrolment")
    @APIResponse(responseCode = "204", description = "Signed out.")
    public Response logout() {
        account.signOut(session().session());
        return Response.noContent().cookie(RefreshCookie.removal()).build();
    }

    @POST
    @Path("confirm")
    @Guarded("confirm")
    @Operation(
            operationId = "confirmIdentity",
            summary = "Prove again who one is, with the password",
            description = "For a quarter of an hour this session may then change what signs in: second factor, backup"
                    + " codes, passkeys. A sign-in is worth the same.")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Confirmed.")
    public Response confirm(PasswordRequest wanted) {
        account.confirm(wanted.password(), session().session());
        return Response.noContent().build();
    }

    @POST
    @Path("password/change")
    @Guarded("change-password")
    @Operation(operationId = "changePassword", summary = "Change the own password; ends all other sessions")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Changed.")
    public Response changePassword(PasswordChangeRequest wanted) {
        account.changePassword(
                wanted.currentPassword(), wanted.newPassword(), session().session());
        return Response.noContent().build();
    }

    @GET
    @Path("jwks")
    @Operation(operationId = "getJwks", summary = "The keys that access tokens are signed with (RFC 7517)")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT, description = "A JWK set.")))
    public Response jwks() {
        return Response.ok(tokens.publicKeys(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Access session() {
        return Requests.signedIn(request);
    }
}

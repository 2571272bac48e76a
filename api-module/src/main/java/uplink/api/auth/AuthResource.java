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
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.auth.boundary.Account;
import uplink.auth.boundary.SignIn;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Sign-in, tokens and the caller's own account. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in", description = "Tokens and sessions.")
public class AuthResource {

    private static final String DELIVERY = "X-Token-Delivery";

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
    @Operation(operationId = "login", summary = "Sign in with e-mail and password")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Signed in.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response login(
            LoginRequest credentials,
            @Parameter(description = "\"cookie\" delivers the refresh token as a cookie.")
                    @HeaderParam(DELIVERY)
                    @Nullable
                    String delivery) {
        return answer(
                signIn.login(credentials.email(), credentials.password(), origin(credentials.deviceInfo())), delivery);
    }

    @POST
    @Path("refresh")
    @Operation(operationId = "refreshTokens", summary = "Exchange a refresh token for the next pair")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "The next pair; the token that was sent is used up.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response refresh(
            RefreshRequest wanted,
            @Parameter(description = "\"cookie\" takes and delivers the refresh token as a cookie.")
                    @HeaderParam(DELIVERY)
                    @Nullable
                    String delivery,
            @Parameter(hidden = true) @CookieParam(RefreshCookie.NAME) @Nullable String cookie) {
        String token = RefreshCookie.WANTED.equals(delivery) ? cookie : wanted.refreshToken();
        if (token == null || token.isBlank()) {
            throw BusinessException.invalid("refreshToken", Text.of("shared.validation.required"));
        }
        return answer(signIn.refresh(token, origin(null)), delivery);
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "logout", summary = "End this session with all its tokens")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Signed out.")
    public Response logout() {
        account.signOut(session().session());
        return Response.noContent().cookie(RefreshCookie.removal()).build();
    }

    @POST
    @Path("password/change")
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

    private Response answer(SignIn.Tokens pair, @Nullable String delivery) {
        boolean byCookie = RefreshCookie.WANTED.equals(delivery);
        Response.ResponseBuilder answer = Response.ok(TokenAnswer.of(pair, !byCookie));
        return byCookie ? answer.cookie(RefreshCookie.of(pair.refreshToken())).build() : answer.build();
    }

    private SignIn.Origin origin(@Nullable String deviceInfo) {
        String device = deviceInfo == null ? request.getHeader("User-Agent") : deviceInfo;
        return new SignIn.Origin(device, Requests.clientAddress(request));
    }

    private Access session() {
        Access access = Requests.access(request);
        if (access == null) {
            throw new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated"));
        }
        return access;
    }
}

package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.RequestOptions;
import uplink.auth.boundary.SignIn;

/** Sign-in of staff with a passkey: alone, or as the second step after the password. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Passkeys", description = "WebAuthn: keys that authenticators keep; their owner unlocks them.")
public class PasskeySignInResource {

    @Inject
    private SignIn signIn;

    @Context
    private HttpServletRequest request;

    @POST
    @Path("passkey/options")
    @Consumes(MediaType.WILDCARD)
    @Guarded("passkey")
    @Operation(
            operationId = "askPasskey",
            summary = "What a passkey has to prove to sign in without a password",
            description = "For navigator.credentials.get, after PublicKeyCredential.parseRequestOptionsFromJSON. The"
                    + " challenge is good once, for five minutes.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "PublicKeyCredentialRequestOptionsJSON.",
            content = @Content(schema = @Schema(implementation = RequestOptions.class)))
    public RequestOptions options() {
        return signIn.passkeyOptions();
    }

    @POST
    @Path("passkey/verify")
    @Guarded("sign-in")
    @Operation(
            operationId = "signInWithPasskey",
            summary = "Sign in with a passkey alone",
            description = "For staff. The authenticator has asked its owner for a PIN, a finger or a face, so this is"
                    + " both factors.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Signed in.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "bad-credentials: unknown, removed, a copy, or not an answer to what was asked.")
    public Response verify(
            Assertion assertion,
            @Parameter(description = "\"cookie\" delivers the refresh token as a cookie.")
                    @HeaderParam(Delivery.HEADER)
                    @Nullable
                    String delivery) {
        return Delivery.answer(signIn.passkey(assertion, Delivery.origin(request, null)), delivery);
    }

    @POST
    @Path("mfa/passkey/options")
    @Guarded("passkey")
    @Operation(
            operationId = "askPasskeyAsSecondFactor",
            summary = "What a passkey has to prove after the password",
            description = "The challenge is good once, for five minutes, and for this sign-in.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "PublicKeyCredentialRequestOptionsJSON.",
            content = @Content(schema = @Schema(implementation = RequestOptions.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated: the mfaToken is spent.")
    @APIResponse(responseCode = "409", description = "invalid-state: the user has no passkey.")
    public RequestOptions factorOptions(MfaTokenRequest wanted) {
        return signIn.passkeyOptions(wanted.mfaToken());
    }

    @POST
    @Path("mfa/passkey/verify")
    @Guarded("second-factor")
    @Operation(operationId = "verifyPasskeyAsSecondFactor", summary = "Pass the second factor with a passkey")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Signed in.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "bad-credentials: the passkey did not prove what was asked; unauthenticated: the mfaToken is"
                    + " spent.")
    public Response factor(
            PasskeyFactorRequest wanted,
            @Parameter(description = "\"cookie\" delivers the refresh token as a cookie.")
                    @HeaderParam(Delivery.HEADER)
                    @Nullable
                    String delivery) {
        SignIn.Tokens tokens = signIn.verify(wanted.mfaToken(), wanted.assertion(), Delivery.origin(request, null));
        return Delivery.answer(tokens, delivery);
    }
}

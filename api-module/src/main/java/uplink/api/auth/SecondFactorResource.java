package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Guarded;
import uplink.api.http.Requests;
import uplink.auth.boundary.SecondFactor;
import uplink.auth.boundary.SecondFactor.Codes;
import uplink.auth.boundary.SecondFactor.Enrolment;

/** The caller's own authenticator app. */
@Path("auth/mfa/totp")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Second factor", description = "Authenticator apps (RFC 6238) and backup codes.")
public class SecondFactorResource {

    @Inject
    private SecondFactor factor;

    @Context
    private HttpServletRequest request;

    @POST
    @Path("enroll")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "enrollTotp",
            summary = "A new secret for the authenticator app",
            description = "Open to staff who have no second factor yet. It counts once it is confirmed. Whoever has one"
                    + " already must have signed in, or confirmed the password, in the last quarter of an hour.")
    @Extension(name = "x-permission", value = "mfa-enrolment")
    @APIResponse(
            responseCode = "200",
            description = "For the app: typed, as a link, or as a picture (PNG in base64).",
            content = @Content(schema = @Schema(implementation = Enrolment.class)))
    @APIResponse(
            responseCode = "403",
            description = "confirmation-required: a second factor would be replaced; POST /auth/confirm first.")
    public Enrolment enroll() {
        return factor.enroll(Requests.signedIn(request).session());
    }

    @POST
    @Path("confirm")
    @Guarded("confirm-second-factor")
    @Operation(
            operationId = "confirmTotp",
            summary = "Switch the second factor on with a first code of the app",
            description = "This session has passed it from now on; all others of the user end.")
    @Extension(name = "x-permission", value = "mfa-enrolment")
    @APIResponse(
            responseCode = "200",
            description = "Ten backup codes, each good once; shown only here.",
            content = @Content(schema = @Schema(implementation = Codes.class)))
    public Codes confirm(CodeRequest first) {
        return factor.confirm(first.code(), Requests.signedIn(request).session());
    }

    @POST
    @Path("backup-codes")
    @Guarded("backup-codes")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "renewBackupCodes", summary = "Ten new backup codes; the old ones are void")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(
            responseCode = "200",
            description = "Ten backup codes, each good once; shown only here.",
            content = @Content(schema = @Schema(implementation = Codes.class)))
    @APIResponse(responseCode = "403", description = "confirmation-required: POST /auth/confirm first.")
    @APIResponse(responseCode = "409", description = "invalid-state: there is no second factor.")
    public Codes renewBackupCodes() {
        return factor.renewBackupCodes(Requests.signedIn(request).session());
    }

    @DELETE
    @Operation(operationId = "removeTotp", summary = "Switch the second factor off; staff cannot")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Off.")
    @APIResponse(responseCode = "403", description = "confirmation-required: POST /auth/confirm first.")
    @APIResponse(responseCode = "409", description = "invalid-state: staff must have a second factor.")
    public Response remove() {
        factor.remove(Requests.signedIn(request).session());
        return Response.noContent().build();
    }
}

package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Requests;
import uplink.auth.boundary.Passkey;
import uplink.auth.boundary.Passkey.Attestation;
import uplink.auth.boundary.Passkey.CreationOptions;
import uplink.auth.boundary.Passkeys;
import uplink.shared.Page;

/** The caller's own passkeys. */
@Path("auth/passkeys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Passkeys", description = "WebAuthn: keys that authenticators keep; their owner unlocks them.")
public class PasskeyResource {

    /** What the owner calls it. */
    @Schema(description = "What the owner calls it.")
    public record Label(@Schema(required = true, maxLength = 100, example = "Work laptop") String label) {}

    @Inject
    private Passkeys passkeys;

    @Context
    private HttpServletRequest request;

    @GET
    @Operation(operationId = "listPasskeys", summary = "Own passkeys, newest first")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "200", description = "All of them, at most twenty.")
    public Page<Passkey> list() {
        return Page.whole(passkeys.list());
    }

    @POST
    @Path("options")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "beginPasskey",
            summary = "What the authenticator is to make a passkey for",
            description =
                    "For navigator.credentials.create, after PublicKeyCredential.parseCreationOptionsFromJSON. The"
                            + " challenge is good once, for five minutes, in this session.")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(
            responseCode = "200",
            description = "PublicKeyCredentialCreationOptionsJSON.",
            content = @Content(schema = @Schema(implementation = CreationOptions.class)))
    @APIResponse(responseCode = "403", description = "confirmation-required: POST /auth/confirm first.")
    @APIResponse(
            responseCode = "409",
            description =
                    "invalid-state: passkeys are for staff, there is no authenticator app yet, or there are twenty.")
    public CreationOptions options() {
        return passkeys.begin(session());
    }

    @POST
    @Operation(operationId = "addPasskey", summary = "Keep the passkey that the authenticator has made")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(
            responseCode = "201",
            description = "The passkey.",
            content = @Content(schema = @Schema(implementation = Passkey.class)))
    @APIResponse(responseCode = "403", description = "confirmation-required: POST /auth/confirm first.")
    @APIResponse(
            responseCode = "409",
            description = "conflict: it is connected already; invalid-state: passkeys are for staff.")
    public Response add(Attestation attestation) {
        Passkey made = passkeys.add(attestation, session());
        return Response.created(URI.create("auth/passkeys/" + made.id()))
                .entity(made)
                .build();
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "renamePasskey", summary = "Call a passkey something else")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "200", description = "The passkey.")
    public Passkey rename(@PathParam("id") UUID id, Label wanted) {
        return passkeys.rename(id, wanted.label());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removePasskey", summary = "Remove a passkey: it signs nobody in any more")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Removed.")
    @APIResponse(responseCode = "403", description = "confirmation-required: POST /auth/confirm first.")
    public Response remove(@PathParam("id") UUID id) {
        passkeys.remove(id, session());
        return Response.noContent().build();
    }

    private UUID session() {
        return Requests.signedIn(request).session();
    }
}

package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.KeyRotation;
import uplink.auth.boundary.KeyRotation.KeyView;
import uplink.auth.boundary.KeyRotation.NextKey;
import uplink.shared.Page;

/** The keys that sign access tokens. */
@Path("admin/signing-keys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys", description = "Rotation of the keys that sign access tokens.")
public class SigningKeyResource {

    /**
     * @param compromised whether the old keys are known to somebody
     */
    @Schema(description = "How to rotate.")
    public record Rotation(
            @Schema(description = "True: the next key signs at once, and no token of the old ones is good any more.")
                    @Nullable
                    Boolean compromised) {}

    @Inject
    private KeyRotation keys;

    @GET
    @Operation(operationId = "listSigningKeys", summary = "The keys whose tokens are good, newest first")
    @Extension(name = "x-permission", value = "key:write")
    @APIResponse(responseCode = "200", description = "Two or three keys.")
    public Page<KeyView> list() {
        return Page.whole(keys.list());
    }

    @POST
    @Path("rotate")
    @Operation(
            operationId = "rotateSigningKeys",
            summary = "Make the next key",
            description = "It is published at once and signs ten minutes later; tokens of the old one stay good until"
                    + " they expire. The keys are also rotated every 30 days (UPLINK_KEY_DAYS).")
    @Extension(name = "x-permission", value = "key:write")
    @APIResponse(responseCode = "200", description = "The next key.")
    public NextKey rotate(Rotation wanted) {
        return keys.rotate(Boolean.TRUE.equals(wanted.compromised()));
    }
}

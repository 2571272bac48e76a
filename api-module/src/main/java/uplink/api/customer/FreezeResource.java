package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.FreezeOffer;
import uplink.billing.freeze.boundary.FreezePreview;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.boundary.Freezes;
import uplink.billing.freeze.boundary.PreviewedFreeze;

/** The signed-in customer lets a service rest. */
@Path("services/{id}/freeze")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
@APIResponse(responseCode = "404", description = "The service is not there, or somebody else's.")
public class FreezeResource {

    @Inject
    private Freezes freezes;

    @Inject
    private FreezePreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(
            operationId = "getFreeze",
            summary = "Whether my service can be frozen, on which terms, and if not, why and from when")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The terms, and the freeze that lasts or is planned.")
    public FreezeOffer offer(@PathParam("id") UUID id) {
        return freezes.ownOffer(id, language.locale());
    }

    @POST
    @Operation(operationId = "freezeService", summary = "Freeze my service from a day on")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "The freeze: active when it begins today, else planned.",
            content = @Content(schema = @Schema(implementation = Freeze.class)))
    @APIResponse(responseCode = "422", description = "not-allowed: detail says why, availableFrom from which day.")
    public Response freeze(@PathParam("id") UUID id, FreezeRequest wish) {
        return Response.status(Response.Status.CREATED)
                .entity(freezes.freezeOwn(id, wish))
                .build();
    }

    @POST
    @Path("preview")
    @Operation(operationId = "previewFreeze", summary = "What a freeze would come to; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The days, the lines, and the difference that it makes.")
    @APIResponse(responseCode = "422", description = "not-allowed: detail says why, availableFrom from which day.")
    public PreviewedFreeze preview(@PathParam("id") UUID id, FreezeRequest wish) {
        return preview.previewOwn(id, wish, language.locale());
    }
}

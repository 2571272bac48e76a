package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.customer.boundary.ErasureWish;
import uplink.customer.boundary.Erasures;
import uplink.customer.boundary.OwnErasure;

/** The signed-in customer wishes to be forgotten. */
@Path("me/erasure")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class OwnErasureResource {

    @Inject
    private Erasures erasures;

    @GET
    @Operation(operationId = "getMyErasure", summary = "What I have asked for about the erasure of my data")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The wish and what became of it, or nothing.")
    public OwnErasureState get() {
        return new OwnErasureState(erasures.own());
    }

    @POST
    @Operation(operationId = "requestMyErasure", summary = "Ask for the erasure of my personal data; staff decide")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "Asked for.",
            content = @Content(schema = @Schema(implementation = OwnErasure.class)))
    @APIResponse(responseCode = "409", description = "invalid-state: it is asked for already.")
    public Response request(ErasureWish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(erasures.request(wish))
                .build();
    }

    @DELETE
    @Operation(operationId = "takeBackMyErasure", summary = "Take the wish back while it is not decided")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "Taken back.")
    @APIResponse(responseCode = "409", description = "invalid-state: nothing is asked for, or it is decided.")
    public OwnErasure takeBack() {
        return erasures.takeBack();
    }
}

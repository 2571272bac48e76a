package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.freeze.boundary.Freeze;
import uplink.billing.freeze.boundary.Freezes;

/** The signed-in customer wants a service back. */
@Path("services/{id}/unfreeze")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class UnfreezeResource {

    @Inject
    private Freezes freezes;

    @POST
    @Operation(operationId = "unfreezeService", summary = "End a freeze today, or take back one that has not begun")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The freeze, ended or cancelled.")
    @APIResponse(responseCode = "404", description = "The service is not there, or somebody else's.")
    @APIResponse(responseCode = "409", description = "invalid-state: there is no freeze.")
    public Freeze unfreeze(@PathParam("id") UUID id) {
        return freezes.unfreezeOwn(id);
    }
}

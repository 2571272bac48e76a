package uplink.api.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import uplink.api.http.RequestLanguage;
import uplink.connection.boundary.Applying;
import uplink.connection.boundary.MyApplication;
import uplink.connection.boundary.OwnApplication;
import uplink.shared.Page;

/** The signed-in customer's applications. */
@Path("services/applications")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class OwnApplicationResource {

    @Inject
    private Applying applying;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listMyApplications", summary = "What I have asked to be connected")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Newest first, at most a hundred; there is no further page.")
    public Page<MyApplication> list() {
        return Page.whole(applying.mine(language.locale()));
    }

    @POST
    @Operation(operationId = "applyAsCustomer", summary = "Ask to be connected at an address")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = MyApplication.class)))
    @APIResponse(responseCode = "422", description = "not-allowed: ten of mine are not decided yet.")
    public Response ask(OwnApplication wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(applying.ask(wanted, language.locale()))
                .build();
    }
}

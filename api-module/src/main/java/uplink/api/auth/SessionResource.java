package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Requests;
import uplink.auth.boundary.Account;
import uplink.auth.boundary.Session;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The caller's own sessions. */
@Path("auth/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in", description = "Tokens and sessions.")
public class SessionResource {

    @Inject
    private Account account;

    @Context
    private HttpServletRequest request;

    @GET
    @Operation(operationId = "listSessions", summary = "Own open sessions with device and address, newest first")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "200", description = "A page of sessions.")
    public Page<Session> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return account.sessions(Requests.signedIn(request).session(), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "endSession", summary = "End one of the own sessions")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Ended; holds within five seconds.")
    public Response end(@PathParam("id") UUID id) {
        account.endSession(id);
        return Response.noContent().build();
    }

    @DELETE
    @Operation(operationId = "endOtherSessions", summary = "End all own sessions but this one")
    @Extension(name = "x-permission", value = "signed-in")
    @APIResponse(responseCode = "204", description = "Ended; holds within five seconds.")
    public Response endOthers() {
        account.endOtherSessions(Requests.signedIn(request).session());
        return Response.noContent().build();
    }
}

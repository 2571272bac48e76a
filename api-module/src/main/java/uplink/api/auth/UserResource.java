package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Session;
import uplink.auth.boundary.Users;
import uplink.auth.boundary.Users.NewStaff;
import uplink.auth.boundary.Users.UserChange;
import uplink.auth.boundary.Users.UserView;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Administration of users. */
@Path("admin/users")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "Who may sign in, and with which role.")
public class UserResource {

    @Inject
    private Users users;

    @GET
    @Operation(operationId = "listUsers", summary = "Users, newest first")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "A page of users.")
    public Page<UserView> list(
            @Parameter(description = "Part of the e-mail or the name.") @QueryParam("q") @Nullable String fragment,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return users.list(fragment, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "createUser",
            summary = "Add a member of staff",
            description = "Without a password the user gets a mail with a link to set one.")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(
            responseCode = "201",
            description = "The user.",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public Response create(NewStaff staff) {
        UserView user = users.create(staff);
        return Response.created(URI.create("admin/users/" + user.id()))
                .entity(user)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getUser", summary = "A user")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "The user.")
    public UserView get(@PathParam("id") UUID id) {
        return users.get(id);
    }

    @PATCH
    @Path("{id}")
    @Operation(
            operationId = "changeUser",
            summary = "Change a user's role, name or language; disable or enable the user")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "The user; the change holds within five seconds.")
    @APIResponse(responseCode = "409", description = "invalid-state: the last administrator stays one.")
    public UserView change(@PathParam("id") UUID id, UserChange change) {
        return users.change(id, change);
    }

    @POST
    @Path("{id}/password-link")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "sendPasswordLink",
            summary = "Send the user a mail with a link to set a password",
            description = "An invitation when the user has set none yet.")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "202", description = "The mail is on its way.")
    @APIResponse(responseCode = "409", description = "invalid-state: the user is disabled.")
    public Response sendPasswordLink(@PathParam("id") UUID id) {
        users.sendPasswordLink(id);
        return Response.accepted().build();
    }

    @GET
    @Path("{id}/sessions")
    @Operation(operationId = "listUserSessions", summary = "A user's open sessions, newest first")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "A page of sessions.")
    public Page<Session> sessions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return users.sessions(id, PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("{id}/sessions")
    @Operation(operationId = "endUserSessions", summary = "End all sessions of a user")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "204", description = "Ended; holds within five seconds.")
    public Response endSessions(@PathParam("id") UUID id) {
        users.endSessions(id);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/mfa")
    @Operation(
            operationId = "resetUserSecondFactor",
            summary = "Take a lost second factor away",
            description = "Ends the user's sessions; staff must enrol a new one at the next sign-in.")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "204", description = "Taken away.")
    public Response resetSecondFactor(@PathParam("id") UUID id) {
        users.resetSecondFactor(id);
        return Response.noContent().build();
    }
}

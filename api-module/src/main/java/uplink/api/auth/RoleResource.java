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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.auth.boundary.Roles;
import uplink.auth.boundary.Roles.NewRole;
import uplink.auth.boundary.Roles.PermissionView;
import uplink.auth.boundary.Roles.RoleChange;
import uplink.auth.boundary.Roles.RoleDetail;
import uplink.shared.Page;

/** Roles: what users may do. */
@Path("admin/roles")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "Sets of permissions.")
public class RoleResource {

    @Inject
    private Roles roles;

    @GET
    @Operation(operationId = "listRoles", summary = "All roles with their permissions")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(responseCode = "200", description = "The roles.")
    public Page<RoleDetail> list() {
        return Page.whole(roles.list());
    }

    @GET
    @Path("permissions")
    @Operation(operationId = "listPermissions", summary = "All permissions there are")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(responseCode = "200", description = "The permissions.")
    public Page<PermissionView> permissions() {
        return Page.whole(roles.permissions());
    }

    @POST
    @Operation(operationId = "createRole", summary = "Add a role")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(
            responseCode = "201",
            description = "The role.",
            content = @Content(schema = @Schema(implementation = RoleDetail.class)))
    public Response create(NewRole wanted) {
        RoleDetail role = roles.create(wanted);
        return Response.created(URI.create("admin/roles/" + role.code()))
                .entity(role)
                .build();
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getRole", summary = "A role")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(responseCode = "200", description = "The role.")
    public RoleDetail get(@PathParam("code") String code) {
        return roles.get(code);
    }

    @PATCH
    @Path("{code}")
    @Operation(operationId = "changeRole", summary = "Rename a role or replace its permissions")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(responseCode = "200", description = "The role; the change holds within five seconds.")
    @APIResponse(responseCode = "409", description = "invalid-state: administrators must be able to administer.")
    public RoleDetail change(@PathParam("code") String code, RoleChange change) {
        return roles.change(code, change);
    }

    @DELETE
    @Path("{code}")
    @Operation(operationId = "deleteRole", summary = "Delete a role that nobody has")
    @Extension(name = "x-permission", value = "role:write")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "409", description = "invalid-state: built in, or somebody has it.")
    public Response delete(@PathParam("code") String code) {
        roles.delete(code);
        return Response.noContent().build();
    }
}

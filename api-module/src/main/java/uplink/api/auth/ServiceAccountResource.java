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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.auth.boundary.ApiKey;
import uplink.auth.boundary.ServiceAccounts;
import uplink.auth.boundary.ServiceAccounts.MadeKey;
import uplink.auth.boundary.ServiceAccounts.NewKey;
import uplink.auth.boundary.ServiceAccounts.ServiceAccount;
import uplink.shared.Page;

/** Accounts of other programs. */
@Path("admin/service-accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service accounts", description = "Programs that use the API with keys.")
public class ServiceAccountResource {

    /** A new account. */
    @Schema(description = "A new service account.")
    public record NewAccount(@Schema(required = true, maxLength = 100, example = "Bookkeeping") String name) {}

    /** Whether its keys work. */
    @Schema(description = "Whether the account's keys work.")
    public record AccountChange(@Schema(required = true) boolean active) {}

    @Inject
    private ServiceAccounts accounts;

    @GET
    @Operation(operationId = "listServiceAccounts", summary = "All service accounts, newest first")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "The accounts.")
    public Page<ServiceAccount> list() {
        return Page.whole(accounts.list());
    }

    @POST
    @Operation(operationId = "createServiceAccount", summary = "Add a service account")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(
            responseCode = "201",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = ServiceAccount.class)))
    public Response create(NewAccount wanted) {
        ServiceAccount account = accounts.create(wanted.name());
        return Response.created(URI.create("admin/service-accounts/" + account.id()))
                .entity(account)
                .build();
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "changeServiceAccount", summary = "Stop an account's keys, or let them work again")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "The account; the change holds within five seconds.")
    public ServiceAccount change(@PathParam("id") UUID id, AccountChange change) {
        return accounts.setActive(id, change.active());
    }

    @GET
    @Path("{id}/keys")
    @Operation(operationId = "listApiKeys", summary = "An account's keys, without the keys themselves")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "200", description = "The keys.")
    public Page<ApiKey> keys(@PathParam("id") UUID id) {
        return Page.whole(accounts.keys(id));
    }

    @POST
    @Path("{id}/keys")
    @Operation(operationId = "createApiKey", summary = "Make a key; it is shown only here")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(
            responseCode = "201",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = MadeKey.class)))
    public Response addKey(@PathParam("id") UUID id, NewKey wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(accounts.addKey(id, wanted))
                .build();
    }

    @DELETE
    @Path("{id}/keys/{key}")
    @Operation(operationId = "revokeApiKey", summary = "Revoke a key")
    @Extension(name = "x-permission", value = "user:write")
    @APIResponse(responseCode = "204", description = "Revoked; holds within five seconds.")
    public Response revokeKey(@PathParam("id") UUID id, @PathParam("key") UUID key) {
        accounts.revokeKey(id, key);
        return Response.noContent().build();
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;

/** Contracts, for staff. */
@Path("admin/contracts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class ContractResource {

    @Inject
    private Contracts contracts;

    @GET
    @Path("{id}")
    @Operation(operationId = "getContract", summary = "A contract")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(
            responseCode = "200",
            description = "The contract.",
            content = @Content(schema = @Schema(implementation = ContractDetail.class)))
    @APIResponse(responseCode = "404", description = "There is no such contract.")
    public Response get(@PathParam("id") UUID id) {
        ContractDetail found = contracts.get(id);
        return EntityTags.ok(found, found.version());
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "changeContract", summary = "Change the billing day or the address")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = ContractDetail.class)))
    @APIResponse(responseCode = "404", description = "There is no such contract.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: the contract has ended.")
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ContractChange change) {
        ContractDetail changed = contracts.change(id, EntityTags.expected(ifMatch), change);
        return EntityTags.ok(changed, changed.version());
    }

    @POST
    @Path("{id}/terminate")
    @Operation(operationId = "terminateContract", summary = "End a contract and its subscriptions")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "200",
            description = "Ended, or going to.",
            content = @Content(schema = @Schema(implementation = ContractDetail.class)))
    @APIResponse(responseCode = "404", description = "There is no such contract.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has ended already, or was signed later.")
    public Response terminate(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DayRequest day) {
        ContractDetail changed = contracts.terminate(id, EntityTags.expected(ifMatch), day.on());
        return EntityTags.ok(changed, changed.version());
    }
}

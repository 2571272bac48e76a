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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
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
    @APIResponse(responseCode = "200", description = "The contract.")
    public Versioned<ContractDetail> get(@PathParam("id") UUID id) {
        ContractDetail found = contracts.get(id);
        return Versioned.of(found, found.version());
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "changeContract", summary = "Change the billing day or the address")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: the contract has ended.")
    public Versioned<ContractDetail> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ContractChange change) {
        ContractDetail changed = contracts.change(id, EntityTags.expected(ifMatch), change);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/terminate")
    @Operation(operationId = "terminateContract", summary = "End a contract and its subscriptions")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Ended, or going to.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has ended already, or was signed later.")
    public Versioned<ContractDetail> terminate(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DayRequest day) {
        ContractDetail changed = contracts.terminate(id, EntityTags.expected(ifMatch), day.on());
        return Versioned.of(changed, changed.version());
    }
}

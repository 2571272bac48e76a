package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Versioned;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.Profile;
import uplink.shared.Page;

/** The signed-in customer. */
@Path("me")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class MeResource {

    @Inject
    private Customers customers;

    @Inject
    private Contracts contracts;

    @GET
    @Operation(operationId = "getMe", summary = "My profile")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The profile.")
    public Versioned<Profile> me() {
        Profile profile = customers.me();
        return Versioned.of(profile, profile.version());
    }

    @GET
    @Path("contracts")
    @Operation(operationId = "listMyContracts", summary = "My contracts")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public Page<ContractDetail> contracts() {
        return Page.whole(contracts.mine());
    }
}

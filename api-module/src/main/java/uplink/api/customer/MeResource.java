package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import uplink.api.http.EntityTags;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.Profile;
import uplink.dashboard.boundary.Dashboard;
import uplink.dashboard.boundary.Dashboards;
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

    @Inject
    private Dashboards dashboards;

    @GET
    @Operation(operationId = "getMe", summary = "My profile")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(
            responseCode = "200",
            description = "The profile.",
            content = @Content(schema = @Schema(implementation = Profile.class)))
    public Response me() {
        Profile profile = customers.me();
        return EntityTags.ok(profile, profile.version());
    }

    @GET
    @Path("dashboard")
    @Operation(
            operationId = "getMyDashboard",
            summary = "What I see first: profile, balance, next charge, open invoices and services in one answer",
            description =
                    "The parts are gathered at the same time. A part that was not there within a second and a half "
                            + "is null and named in gaps.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Everything, or everything but the gaps.")
    public Dashboard dashboard() {
        return dashboards.mine();
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

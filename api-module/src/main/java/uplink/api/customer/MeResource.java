package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Requests;
import uplink.api.http.Versioned;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.OwnData;
import uplink.customer.boundary.PersonalExport;
import uplink.customer.boundary.Profile;
import uplink.customer.boundary.ProfileChange;
import uplink.dashboard.boundary.Dashboard;
import uplink.dashboard.boundary.Dashboards;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.OwnDevice;
import uplink.shared.Page;
import uplink.shared.edge.Limits;

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
    private DeviceSearch devices;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Inject
    private Dashboards dashboards;

    @Inject
    private OwnData data;

    @GET
    @Operation(operationId = "getMe", summary = "My profile")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The profile.")
    public Versioned<Profile> me() {
        Profile profile = customers.me();
        return Versioned.of(profile, profile.version());
    }

    @PATCH
    @Operation(
            operationId = "changeMe",
            summary = "Change how I am reached and addressed",
            description = "Phone and language count at once; a new e-mail counts when the link that is sent there was"
                    + " opened (POST /auth/email/confirm), and signs in from then on.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The profile.")
    @APIResponse(
            responseCode = "403",
            description = "confirmation-required: for an e-mail long after the sign-in; POST /auth/confirm first.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Profile> change(@HeaderParam("If-Match") @Nullable String ifMatch, ProfileChange wanted) {
        Profile profile = customers.changeMe(
                wanted, EntityTags.expected(ifMatch), Requests.signedIn(request).session());
        return Versioned.of(profile, profile.version());
    }

    @GET
    @Path("dashboard")
    @Operation(
            operationId = "getMyDashboard",
            summary =
                    "What I see first: profile, balance, next charge, open invoices, services and outage in one answer",
            description =
                    "The parts are gathered at the same time. A part that was not there within a second and a half "
                            + "is null and named in gaps.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Everything, or everything but the gaps.")
    public Dashboard dashboard() {
        return dashboards.mine();
    }

    @GET
    @Path("export")
    @Operation(
            operationId = "exportMe",
            summary = "All personal data that are kept about me",
            description =
                    "As a file, row by row. Documents of identity are in clear text for a quarter of an hour after a"
                            + " sign-in or POST /auth/confirm, else masked. That it was taken is on record. Four times an hour.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(
            responseCode = "200",
            description = "Everything.",
            content = @Content(schema = @Schema(implementation = PersonalExport.class)))
    public Response export() {
        Access access = Requests.signedIn(request);
        Requests.tell(Limits.export(access.user().userId()), response);
        return Response.ok(data.mine(access.session()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                .build();
    }

    @GET
    @Path("contracts")
    @Operation(operationId = "listMyContracts", summary = "My contracts")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public Page<ContractDetail> contracts() {
        return Page.whole(contracts.mine());
    }

    @GET
    @Path("devices")
    @Operation(operationId = "listMyDevices", summary = "The devices that I have: bought, rented or on loan")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The latest first.")
    public Page<OwnDevice> devices() {
        return Page.whole(devices.mine());
    }
}

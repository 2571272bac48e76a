package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.AddressOn;
import uplink.billing.subscription.boundary.Relocation;
import uplink.billing.subscription.boundary.RelocationWish;
import uplink.billing.subscription.boundary.Relocations;
import uplink.shared.Page;

/** A contract moves to another address. */
@Path("admin/contracts/{id}/relocations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
@APIResponse(responseCode = "404", description = "There is no such contract.")
public class ContractRelocationResource {

    @Inject
    private Relocations relocations;

    @GET
    @Operation(operationId = "listRelocations", summary = "The moves of a contract, the last day first")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Page<Relocation> list(@PathParam("id") UUID contract) {
        return Page.whole(relocations.ofContract(contract));
    }

    @GET
    @Path("address")
    @Operation(
            operationId = "getAddressOn",
            summary = "Where a contract is served on a day, past or to come; today when none is named")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The address in one line, or none where none is known.")
    public AddressOn address(@PathParam("id") UUID contract, @QueryParam("on") @Nullable LocalDate on) {
        return relocations.ofDay(contract, on);
    }

    @POST
    @Operation(
            operationId = "relocateContract",
            summary = "Move a contract to another address from a day on",
            description = "A fee of the price list is charged by the bill run of that day. A mistake in an address is"
                    + " corrected by a change of the contract instead.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "The move: `done` when its day is today, else `planned`.",
            content = @Content(schema = @Schema(implementation = Relocation.class)))
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the contract ends or moves already, or has no service to charge the fee to.")
    public Response relocate(@PathParam("id") UUID contract, RelocationWish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(relocations.relocate(contract, wish))
                .build();
    }

    @POST
    @Path("revoke")
    @Operation(
            operationId = "revokeRelocation",
            summary = "Take the planned move back before its day, and its fee with it")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "It will not happen.")
    @APIResponse(responseCode = "409", description = "invalid-state: none is planned, or the day has come.")
    public Relocation revoke(@PathParam("id") UUID contract, AnswerRequest wanted) {
        return relocations.revoke(contract, wanted.answer());
    }
}

package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import uplink.api.http.Idempotent;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.billing.refund.boundary.Payouts;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** A customer's credit is paid out. */
@Path("admin/customers/{id}/payouts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerPayoutsResource {

    @Inject
    private Payouts payouts;

    @GET
    @Path("free")
    @Operation(
            operationId = "getFreeCredit",
            summary = "What can be paid out to a customer now",
            description = "The balance, less what other pay-outs and refunds will take; never below zero.")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "How much is free, and what is not.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public FreeCredit free(@PathParam("id") UUID id) {
        return payouts.currentFree(id);
    }

    @GET
    @Operation(operationId = "listCustomerPayouts", summary = "What was paid out to a customer, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<Payout> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return payouts.ofCustomer(id, PageRequest.of(limit, cursor));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "payOutCredit",
            summary = "Pay out what is free of a customer's credit, in cash or to an account at a bank",
            description = "Booked at once; above the threshold it is `waiting` until a second person approves it (POST"
                    + " /admin/approvals/{id}/approve).")
    @Extension(name = "x-permission", value = "payment:refund")
    @APIResponse(
            responseCode = "201",
            description = "The pay-out, and where it stands.",
            content = @Content(schema = @Schema(implementation = Payout.class)))
    @APIResponse(responseCode = "404", description = "No such customer.")
    @APIResponse(responseCode = "422", description = "insufficient-funds: so much is not free.")
    public Response pay(@PathParam("id") UUID id, PayoutRequest wanted, @HeaderParam("Idempotency-Key") String key) {
        return Response.status(Response.Status.CREATED)
                .entity(payouts.pay(id, wanted, key))
                .build();
    }
}

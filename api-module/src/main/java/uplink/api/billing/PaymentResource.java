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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Idempotent;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundRequest;
import uplink.billing.refund.boundary.Refunds;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** All customers' payments, and the cash desk. */
@Path("admin/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class PaymentResource {

    @Inject
    private Payments payments;

    @Inject
    private Refunds refunds;

    @GET
    @Operation(operationId = "listPayments", summary = "All payments, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page of payments.")
    public Page<Payment> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return payments.page(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPayment", summary = "A payment")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The payment.")
    @APIResponse(responseCode = "404", description = "No such payment.")
    public Payment get(@PathParam("id") UUID id) {
        return payments.get(id);
    }

    @POST
    @Idempotent
    @Operation(operationId = "takeCash", summary = "Take cash: credited and allocated at once")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(
            responseCode = "201",
            description = "The payment, succeeded.",
            content = @Content(schema = @Schema(implementation = Payment.class)))
    @APIResponse(responseCode = "404", description = "No such customer, or the invoice is not this customer's.")
    public Response take(CashPayment cash) {
        Payment payment = payments.take(cash);
        return Response.created(URI.create("/api/v1/admin/payments/" + payment.id()))
                .entity(payment)
                .build();
    }

    @GET
    @Path("{id}/refunds")
    @Operation(operationId = "listRefunds", summary = "What has gone back of a payment, or is on its way, oldest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "No such payment.")
    public Page<Refund> refunds(@PathParam("id") UUID id) {
        return Page.whole(refunds.list(id));
    }

    @POST
    @Path("{id}/refund")
    @Idempotent
    @Operation(
            operationId = "refundPayment",
            summary = "Give back a payment or a part of it, the way it came",
            description =
                    "Invoices that it had settled are open again, the newest first. Above the threshold the refund is"
                            + " `waiting` until a second person approves it (POST /admin/approvals/{id}/approve). Where"
                            + " the provider does not answer it is `unknown`, and settles itself, without being given back"
                            + " again.")
    @Extension(name = "x-permission", value = "payment:refund")
    @APIResponse(
            responseCode = "201",
            description = "The refund, and where it stands.",
            content = @Content(schema = @Schema(implementation = Refund.class)))
    @APIResponse(responseCode = "404", description = "No such payment.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the payment has not succeeded, or its provider cannot give money back.")
    @APIResponse(responseCode = "422", description = "more-than-captured: not that much is left of the payment.")
    public Response refund(@PathParam("id") UUID id, RefundRequest wanted, @HeaderParam("Idempotency-Key") String key) {
        return Response.status(Response.Status.CREATED)
                .entity(refunds.refund(id, wanted, key))
                .build();
    }
}

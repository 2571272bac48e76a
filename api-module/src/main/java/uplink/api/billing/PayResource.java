package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import uplink.api.http.Idempotent;
import uplink.billing.payment.boundary.Checkout;
import uplink.billing.payment.boundary.PayRequest;
import uplink.billing.payment.boundary.PaymentStarted;
import uplink.billing.payment.boundary.WaysToPay;

/** The signed-in customer pays. */
@Path("billing/pay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Billing", description = "Invoices, balance, payments of the signed-in customer.")
public class PayResource {

    @Inject
    private Checkout checkout;

    @GET
    @Operation(operationId = "getWaysToPay", summary = "What can be paid with here")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The methods that a payment may name.")
    public WaysToPay ways() {
        return checkout.offered();
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "pay",
            summary = "Pay by card, through SBP, or with credit on the account",
            description =
                    "A card or SBP payment is confirmed at confirmationUrl, on the provider's page. Its outcome is told by"
                            + " GET /billing/payments/{id}; `unknown` settles itself, without being charged again.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "The payment, and where to confirm it.",
            content = @Content(schema = @Schema(implementation = PaymentStarted.class)))
    @APIResponse(responseCode = "404", description = "The invoice is not there, or somebody else's.")
    @APIResponse(responseCode = "422", description = "insufficient-funds: not that much credit on the account.")
    public Response pay(PayRequest wanted, @HeaderParam("Idempotency-Key") String key) {
        PaymentStarted started = checkout.pay(wanted, key);
        return Response.created(URI.create("/api/v1/billing/payments/" + started.id()))
                .entity(started)
                .build();
    }
}

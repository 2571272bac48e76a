package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.billing.payment.boundary.Gateway;

/** Where payment providers say that there is news. */
@Path("gateways")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Machines", description = "For other people's servers.")
public class GatewayResource {

    @Inject
    private Gateway gateway;

    @POST
    @Path("{provider}/webhook")
    @Guarded(value = "gateway", machine = true)
    @Operation(
            operationId = "notifyPayment",
            summary = "A provider's notification about a payment",
            description =
                    "Nothing in it is believed: the provider is asked for the payment's state, right after the answer.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "200", description = "Heard; the same for payments that are not ours.")
    @APIResponse(responseCode = "404", description = "No such provider.")
    public Response hear(
            @PathParam("provider") String provider,
            @Parameter(description = "Stripe's; other providers do not sign.")
                    @HeaderParam("Stripe-Signature")
                    @Nullable
                    String signature,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) String notification) {
        gateway.hear(provider, notification, signature);
        return Response.ok().build();
    }
}

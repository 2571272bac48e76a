package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
    public Response hear(@PathParam("provider") String provider, Map<String, Object> notification) {
        gateway.hear(provider, notification);
        return Response.ok().build();
    }
}

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
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.shared.Page;

/** The signed-in customer's services. */
@Path("services")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class ServiceResource {

    @Inject
    private Subscriptions subscriptions;

    @GET
    @Operation(operationId = "listMyServices", summary = "My subscriptions")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<SubscriptionRow> list() {
        return Page.whole(subscriptions.mine());
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.api.http.Versioned;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.AddOnOffer;
import uplink.billing.subscription.boundary.AddOnWish;
import uplink.billing.subscription.boundary.AddOns;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.shared.Page;

/** Add-ons beside the signed-in customer's services. */
@Path("services/{subscriptionId}/add-ons")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
@APIResponse(responseCode = "404", description = "There is no such service of mine.")
public class AddOnResource {

    @Inject
    private AddOns addons;

    @Inject
    private ChangePreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listMyAddOnOffers", summary = "What I can take beside a service and do not have")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The cheapest first.")
    public Page<AddOnOffer> offered(@PathParam("subscriptionId") UUID id) {
        return Page.whole(addons.offered(id, language.locale()));
    }

    @POST
    @Path("preview")
    @Operation(operationId = "previewMyAddOn", summary = "What an add-on would cost; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "What would be charged.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public PreviewedChange previewOrder(@PathParam("subscriptionId") UUID id, AddOnWish wish) {
        return preview.ownAddOn(id, wish, language.locale());
    }

    @POST
    @Operation(operationId = "orderMyAddOn", summary = "Take an add-on beside a service")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "201", description = "Mine from its first day on; charged with the next bill run.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public Versioned<SubscriptionRow> order(@PathParam("subscriptionId") UUID id, AddOnWish wish) {
        SubscriptionRow made = addons.order(id, wish);
        return Versioned.made(made, made.version());
    }
}

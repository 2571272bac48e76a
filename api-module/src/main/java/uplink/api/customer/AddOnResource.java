package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import uplink.billing.subscription.boundary.EndWish;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.shared.Page;

/** Add-ons beside the signed-in customer's services. */
@Path("services/{subscriptionId}")
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
    @Path("add-ons")
    @Operation(operationId = "listMyAddOnOffers", summary = "What I can take beside a service and do not have")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The cheapest first.")
    public Page<AddOnOffer> offered(@PathParam("subscriptionId") UUID id) {
        return Page.whole(addons.offered(id, language.locale()));
    }

    @POST
    @Path("add-ons/preview")
    @Operation(operationId = "previewMyAddOn", summary = "What an add-on would cost; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "What would be charged.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public PreviewedChange previewOrder(@PathParam("subscriptionId") UUID id, AddOnWish wish) {
        return preview.ownAddOn(id, wish, language.locale());
    }

    @POST
    @Path("add-ons")
    @Operation(operationId = "orderMyAddOn", summary = "Take an add-on beside a service")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "201", description = "Mine from its first day on; charged with the next bill run.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public Versioned<SubscriptionRow> order(@PathParam("subscriptionId") UUID id, AddOnWish wish) {
        SubscriptionRow made = addons.order(id, wish);
        return Versioned.made(made, made.version());
    }

    @POST
    @Path("end/preview")
    @Operation(operationId = "previewMyAddOnEnd", summary = "What ending an add-on would bring; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "What would be charged and given back.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public PreviewedChange previewEnd(@PathParam("subscriptionId") UUID id, EndWish wish) {
        return preview.ownAddOnEnd(id, wish, language.locale());
    }

    @POST
    @Path("end")
    @Operation(operationId = "endMyAddOn", summary = "End an add-on of mine, today or with its billing period")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The add-on, ended or going to.")
    @APIResponse(responseCode = "422", description = "not-allowed: a service of its own ends with its contract.")
    public SubscriptionRow end(@PathParam("subscriptionId") UUID id, EndWish wish) {
        return addons.end(id, wish);
    }

    @DELETE
    @Path("end")
    @Operation(operationId = "keepMyAddOn", summary = "Withdraw the end of an add-on that I have planned")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The add-on, which goes on.")
    @APIResponse(responseCode = "409", description = "invalid-state: I have planned none, or its day has come.")
    public SubscriptionRow keep(@PathParam("subscriptionId") UUID id) {
        return addons.keep(id);
    }
}

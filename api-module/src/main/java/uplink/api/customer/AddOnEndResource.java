package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.AddOns;
import uplink.billing.subscription.boundary.EndWish;
import uplink.billing.subscription.boundary.SubscriptionRow;

/** The end of an add-on of the signed-in customer. */
@Path("services/{subscriptionId}/end")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
@APIResponse(responseCode = "404", description = "There is no such service of mine.")
public class AddOnEndResource {

    @Inject
    private AddOns addons;

    @Inject
    private ChangePreview preview;

    @Inject
    private RequestLanguage language;

    @POST
    @Path("preview")
    @Operation(operationId = "previewMyAddOnEnd", summary = "What ending an add-on would bring; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "What would be charged and given back.")
    @APIResponse(responseCode = "422", description = "not-allowed: the reason is in detail.")
    public PreviewedChange previewEnd(@PathParam("subscriptionId") UUID id, EndWish wish) {
        return preview.ownAddOnEnd(id, wish, language.locale());
    }

    @POST
    @Operation(operationId = "endMyAddOn", summary = "End an add-on of mine, today or with its billing period")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The add-on, ended or going to.")
    @APIResponse(responseCode = "422", description = "not-allowed: a service of its own ends with its contract.")
    public SubscriptionRow end(@PathParam("subscriptionId") UUID id, EndWish wish) {
        return addons.end(id, wish);
    }

    @DELETE
    @Operation(operationId = "keepMyAddOn", summary = "Withdraw the end of an add-on that I have planned")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The add-on, which goes on.")
    @APIResponse(responseCode = "409", description = "invalid-state: I have planned none, or its day has come.")
    public SubscriptionRow keep(@PathParam("subscriptionId") UUID id) {
        return addons.keep(id);
    }
}

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
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.TariffChangeTerms;
import uplink.billing.subscription.boundary.TariffChangeWish;
import uplink.billing.subscription.boundary.TariffChanges;
import uplink.shared.Page;

/** The signed-in customer's services. */
@Path("services")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
public class ServiceResource {

    private static final String REFUSED =
            "not-allowed: the reason is in detail and, where waiting helps, the first possible day in availableFrom.";

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private TariffChanges changes;

    @Inject
    private ChangePreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listMyServices", summary = "My subscriptions")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<SubscriptionRow> list() {
        return Page.whole(subscriptions.mine());
    }

    @GET
    @Path("{subscriptionId}/tariff-change")
    @Operation(
            operationId = "getMyTariffOptions",
            summary = "What I may change my tariff to, and when; or why not, and from when")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The options, the cheapest first.")
    @APIResponse(responseCode = "404", description = "There is no such service of mine.")
    public TariffChangeTerms terms(@PathParam("subscriptionId") UUID id) {
        return changes.terms(id, language.locale());
    }

    @POST
    @Path("{subscriptionId}/tariff-change/preview")
    @Operation(
            operationId = "previewMyTariffChange",
            summary = "The exact money of a change of tariff; nothing is recorded",
            description = "What the next invoice will bring, line by line: computed by the engine that bills it.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "What would be charged and given back.")
    @APIResponse(responseCode = "404", description = "There is no such service of mine.")
    @APIResponse(responseCode = "422", description = REFUSED)
    public PreviewedChange previewChange(@PathParam("subscriptionId") UUID id, TariffChangeWish wish) {
        return preview.ownTariffChange(id, wish, language.locale());
    }

    @POST
    @Path("{subscriptionId}/tariff-change")
    @Operation(operationId = "changeMyTariff", summary = "Change my tariff, today or with the next billing period")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The service, with the change in it or planned.")
    @APIResponse(responseCode = "404", description = "There is no such service of mine.")
    @APIResponse(responseCode = "422", description = REFUSED)
    public SubscriptionRow change(@PathParam("subscriptionId") UUID id, TariffChangeWish wish) {
        return changes.change(id, wish);
    }

    @DELETE
    @Path("{subscriptionId}/tariff-change")
    @Operation(operationId = "withdrawMyTariffChange", summary = "Withdraw the change that I have planned")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The service without it.")
    @APIResponse(responseCode = "404", description = "There is no such service of mine.")
    @APIResponse(responseCode = "409", description = "invalid-state: I have planned none, or its day has come.")
    public SubscriptionRow withdraw(@PathParam("subscriptionId") UUID id) {
        return changes.withdraw(id);
    }
}

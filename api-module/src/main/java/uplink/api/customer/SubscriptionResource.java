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
import uplink.billing.subscription.boundary.GrantedDiscount;
import uplink.billing.subscription.boundary.HistoryEntry;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.shared.Page;

/** What happens to a subscription, for staff. */
@Path("admin/subscriptions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
@APIResponse(
        responseCode = "409",
        description = "invalid-state: it has ended, or is not in the state for it on that day.")
@APIResponse(responseCode = "422", description = "invalid-timeline: it contradicts what is recorded.")
public class SubscriptionResource {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private ChangePreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Path("{id}")
    @Operation(operationId = "getSubscription", summary = "A subscription")
    @Extension(name = "x-permission", value = "customer:read")
    public SubscriptionRow get(@PathParam("id") UUID id) {
        return subscriptions.get(id);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getSubscriptionHistory", summary = "What happened to a subscription, by day")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The events.")
    public Page<HistoryEntry> history(@PathParam("id") UUID id) {
        return Page.whole(subscriptions.history(id));
    }

    @GET
    @Path("{id}/discounts")
    @Operation(operationId = "listSubscriptionDiscounts", summary = "The discounts of a subscription")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public Page<GrantedDiscount> discounts(@PathParam("id") UUID id) {
        return Page.whole(subscriptions.discounts(id));
    }

    @POST
    @Path("{id}/tariff-change")
    @Operation(operationId = "changeSubscriptionTariff", summary = "Change to another tariff from a day on")
    @Extension(name = "x-permission", value = "customer:write")
    public SubscriptionRow changeTariff(@PathParam("id") UUID id, TariffChangeRequest wanted) {
        return subscriptions.changeTariff(id, wanted.tariffId(), wanted.on(), wanted.price());
    }

    @POST
    @Path("{id}/tariff-change/preview")
    @Operation(
            operationId = "previewSubscriptionTariff",
            summary = "What a change of tariff would bring with the next bill run; nothing is recorded")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "What would be charged and given back.")
    @APIResponse(responseCode = "404", description = "There is no such subscription.")
    public PreviewedChange previewTariff(@PathParam("id") UUID id, TariffChangeRequest wanted) {
        return preview.tariffChange(id, wanted.tariffId(), wanted.on(), wanted.price(), language.locale());
    }

    @POST
    @Path("{id}/price-change")
    @Operation(
            operationId = "changeSubscriptionPrice",
            summary = "Agree on an own price from a day on, or go back to the tariff's")
    @Extension(name = "x-permission", value = "customer:write")
    public SubscriptionRow changePrice(@PathParam("id") UUID id, PriceChangeRequest wanted) {
        return subscriptions.changePrice(id, wanted.on(), wanted.price());
    }

    @POST
    @Path("{id}/pause")
    @Operation(operationId = "pauseSubscription", summary = "Suspend or freeze from a day on")
    @Extension(name = "x-permission", value = "customer:write")
    public SubscriptionRow pause(@PathParam("id") UUID id, PauseRequest wanted) {
        return subscriptions.pause(id, wanted.on(), wanted.as());
    }

    @POST
    @Path("{id}/resume")
    @Operation(operationId = "resumeSubscription", summary = "End the interruption on a day")
    @Extension(name = "x-permission", value = "customer:write")
    public SubscriptionRow resume(@PathParam("id") UUID id, DayRequest wanted) {
        return subscriptions.resume(id, wanted.on());
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelSubscription", summary = "Cancel: that day is the first one without")
    @Extension(name = "x-permission", value = "customer:write")
    public SubscriptionRow cancel(@PathParam("id") UUID id, DayRequest wanted) {
        return subscriptions.cancel(id, wanted.on());
    }

    @DELETE
    @Path("{id}/planned/{plannedId}")
    @Operation(
            operationId = "withdrawPlannedChange",
            summary = "Withdraw what is planned for a later day, with all that was agreed together with it")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "The subscription without it.")
    @APIResponse(responseCode = "404", description = "Nothing of that id is planned.")
    public SubscriptionRow withdraw(@PathParam("id") UUID id, @PathParam("plannedId") UUID planned) {
        return subscriptions.withdraw(id, planned);
    }

    @POST
    @Path("{id}/fees")
    @Operation(operationId = "addSubscriptionFee", summary = "Charge a one-off fee")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Charged with the next bill run.")
    public HistoryEntry addFee(@PathParam("id") UUID id, NewFeeCharge wanted) {
        return subscriptions.addFee(id, wanted);
    }

    @POST
    @Path("{id}/fees/preview")
    @Operation(operationId = "previewSubscriptionFee", summary = "What a one-off fee would bring; nothing is recorded")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "What the next bill run would charge with it.")
    public PreviewedChange previewFee(@PathParam("id") UUID id, NewFeeCharge wanted) {
        return preview.fee(id, wanted, language.locale());
    }

    @POST
    @Path("{id}/discounts")
    @Operation(operationId = "addSubscriptionDiscount", summary = "Grant a discount of the price list")
    @Extension(name = "x-permission", value = "customer:write")
    public GrantedDiscount addDiscount(@PathParam("id") UUID id, DiscountRequest wanted) {
        return subscriptions.addDiscount(id, wanted.discountId(), wanted.from(), wanted.reason());
    }

    @POST
    @Path("{id}/discounts/{grantedId}/end")
    @Operation(operationId = "endSubscriptionDiscount", summary = "End a discount: no later period has it")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "200",
            description = "Periods that are charged already come back with the next bill run.")
    @APIResponse(responseCode = "404", description = "There is no such discount, or it has ended by then.")
    public GrantedDiscount endDiscount(
            @PathParam("id") UUID id, @PathParam("grantedId") UUID granted, DiscountEndRequest wanted) {
        return subscriptions.endDiscount(id, granted, wanted.on(), wanted.reason());
    }
}

package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Idempotent;
import uplink.api.http.Versioned;
import uplink.billing.refund.boundary.Decision;
import uplink.bulk.boundary.BulkFilter;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignAudience;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.notification.campaign.boundary.CampaignStart;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignTest;
import uplink.notification.campaign.boundary.CampaignTrial;
import uplink.notification.campaign.boundary.CampaignTrials;
import uplink.notification.campaign.boundary.CampaignWording;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Words to many customers: planned, written, counted, ordered, stopped and gone on with. */
@Path("admin/campaigns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "Words to all customers that a filter finds and who have agreed to advertising.")
public class CampaignResource {

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignTrials trials;

    @GET
    @Operation(operationId = "listCampaigns", summary = "Campaigns, newest first")
    @Extension(name = "x-permission", value = "campaign:read")
    @APIResponse(responseCode = "200", description = "A page, without texts and results.")
    public Page<Campaign> list(
            @QueryParam("status") @Nullable CampaignStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return campaigns.page(status, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(operationId = "createCampaign", summary = "Plan a campaign: a draft, without words yet")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "201", description = "The draft.")
    public Versioned<Campaign> create(CampaignPlan plan) {
        Campaign made = campaigns.create(plan);
        return Versioned.made(made, made.version());
    }

    @POST
    @Path("audience")
    @Operation(
            operationId = "countCampaignAudience",
            summary = "Whom a filter finds now, and whom each way reaches",
            description = "Nothing is kept. Needs `customer:read` too.")
    @Extension(name = "x-permission", value = "campaign:read")
    @APIResponse(responseCode = "200", description = "How many.")
    public CampaignAudience audience(BulkFilter filter) {
        return campaigns.getAudience(filter);
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewCampaignWords",
            summary = "Words as a customer, or an example of one, would read them",
            description = "Nothing is kept or sent. To read them as a customer needs `customer:read`.")
    @Extension(name = "x-permission", value = "campaign:read")
    @APIResponse(responseCode = "200", description = "The words.")
    @APIResponse(responseCode = "404", description = "No such customer, or nobody writes in that language.")
    public MessagePreview preview(CampaignTrial trial) {
        return trials.getPreview(trial);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCampaign", summary = "A campaign, what it says, and what came of it")
    @Extension(name = "x-permission", value = "campaign:read")
    @APIResponse(responseCode = "200", description = "The campaign.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    public Versioned<Campaign> get(@PathParam("id") UUID id) {
        return versioned(campaigns.get(id));
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replaceCampaign", summary = "Plan a draft anew")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "Changed; the words of ways that it has no more are gone.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has been ordered.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Campaign> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, CampaignPlan plan) {
        return versioned(campaigns.change(id, plan, EntityTags.expected(ifMatch)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteCampaign", summary = "Throw a draft away")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has been ordered.")
    public void remove(@PathParam("id") UUID id) {
        campaigns.remove(id);
    }

    @PUT
    @Path("{id}/texts")
    @Operation(
            operationId = "writeCampaign",
            summary = "What a draft says by one way in one language",
            description =
                    "`{name}`, `{contract}` and `{cabinet}` are filled in for each reader; other names are refused.")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "The draft with all its words.")
    @APIResponse(responseCode = "404", description = "No such campaign, or nobody writes in that language.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has been ordered.")
    public Versioned<Campaign> write(@PathParam("id") UUID id, CampaignWording wording) {
        return versioned(campaigns.write(id, wording));
    }

    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testCampaign",
            summary = "Send what it says by one way in one language to one address, at once",
            description = "By e-mail or SMS only; without `address` it is the caller's own.")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "Where it went.")
    @APIResponse(responseCode = "404", description = "No such campaign or customer.")
    @APIResponse(responseCode = "409", description = "invalid-state: that way has no peer, or it did not take it.")
    public TrialSent test(@PathParam("id") UUID id, CampaignTest test) {
        return new TrialSent(trials.send(id, test));
    }

    @POST
    @Path("{id}/order")
    @Idempotent
    @Operation(
            operationId = "orderCampaign",
            summary = "Freeze the set of customers and send, now or at a time",
            description = "To more than a hundred customers it waits for a second person, and `count` must be right."
                    + " Needs `customer:read` too.")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(
            responseCode = "202",
            description = "The campaign, scheduled or waiting.",
            content = @Content(schema = @Schema(implementation = Campaign.class)))
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has been ordered.")
    public Response order(@PathParam("id") UUID id, CampaignStart start) {
        return Response.accepted(campaigns.order(id, start)).build();
    }

    @POST
    @Path("{id}/approve")
    @Idempotent
    @Operation(operationId = "approveCampaign", summary = "Let it be sent, as the second person")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The campaign, scheduled.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public Versioned<Campaign> approve(@PathParam("id") UUID id, Decision decision) {
        return versioned(campaigns.approve(id, decision.note()));
    }

    @POST
    @Path("{id}/refuse")
    @Operation(operationId = "refuseCampaign", summary = "Do not let it be sent, with the reason")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The campaign, a draft again.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public Versioned<Campaign> refuse(@PathParam("id") UUID id, Decision decision) {
        return versioned(campaigns.refuse(id, decision.note()));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(operationId = "withdrawCampaign", summary = "Make a draft again of one that has not begun")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "The draft.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has begun.")
    public Versioned<Campaign> withdraw(@PathParam("id") UUID id) {
        return versioned(campaigns.withdraw(id));
    }

    @POST
    @Path("{id}/stop")
    @Operation(operationId = "stopCampaign", summary = "Send nothing more of it, what waits in the queue included")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "The campaign, stopped.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it is not under way.")
    public Versioned<Campaign> stop(@PathParam("id") UUID id) {
        return versioned(campaigns.stop(id));
    }

    @POST
    @Path("{id}/continue")
    @Idempotent
    @Operation(operationId = "continueCampaign", summary = "Go on with a stopped or failed campaign")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "The campaign, under way again.")
    @APIResponse(responseCode = "404", description = "No such campaign.")
    @APIResponse(responseCode = "409", description = "invalid-state: it was not stopped.")
    public Versioned<Campaign> resume(@PathParam("id") UUID id) {
        return versioned(campaigns.resume(id));
    }

    private static Versioned<Campaign> versioned(Campaign campaign) {
        return Versioned.of(campaign, campaign.version());
    }
}

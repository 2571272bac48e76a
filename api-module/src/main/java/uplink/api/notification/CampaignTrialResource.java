package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.campaign.boundary.CampaignTrial;
import uplink.notification.campaign.boundary.CampaignTrials;

/** Words of a campaign before it says them. */
@Path("admin/campaign-trials")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "Words to all customers that a filter finds and who have agreed to advertising.")
public class CampaignTrialResource {

    @Inject
    private CampaignTrials trials;

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

    @POST
    @Path("send")
    @Operation(
            operationId = "tryCampaignWords",
            summary = "Send words to one address, at once",
            description = "By e-mail or SMS only; without `to` it is the caller's own address.")
    @Extension(name = "x-permission", value = "campaign:write")
    @APIResponse(responseCode = "200", description = "Where they went.")
    @APIResponse(responseCode = "404", description = "No such customer, or nobody writes in that language.")
    @APIResponse(responseCode = "409", description = "invalid-state: that way has no peer, or it did not take them.")
    public TrialSent send(CampaignTrial trial) {
        return new TrialSent(trials.send(trial));
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.billing.subscription.boundary.Terminations;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Who wants to leave, for staff. */
@Path("admin/terminations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class TerminationResource {

    private static final String DECIDED = "invalid-state: it was decided or taken back already.";

    @Inject
    private Terminations terminations;

    @GET
    @Operation(operationId = "listTerminations", summary = "Who has asked for the end of a contract")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<Termination> list(
            @QueryParam("status") @Nullable TerminationStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return terminations.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTermination", summary = "A wish to end a contract")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The wish, and what became of it.")
    @APIResponse(responseCode = "404", description = "There is no such wish.")
    public Termination get(@PathParam("id") UUID id) {
        return terminations.get(id);
    }

    @POST
    @Path("{id}/agree")
    @Operation(operationId = "agreeToTermination", summary = "Agree: the contract ends on the day that was asked for")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Agreed; the bill run of that day makes the final bill.")
    @APIResponse(responseCode = "409", description = DECIDED)
    public Termination agree(@PathParam("id") UUID id, AgreeRequest wanted) {
        return terminations.agree(id, wanted.equipment());
    }

    @POST
    @Path("{id}/refuse")
    @Operation(operationId = "refuseTermination", summary = "Refuse, with the reason that the customer reads")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Refused.")
    @APIResponse(responseCode = "409", description = DECIDED)
    public Termination refuse(@PathParam("id") UUID id, AnswerRequest wanted) {
        return terminations.refuse(id, wanted.answer());
    }

    @POST
    @Path("{id}/revoke")
    @Operation(operationId = "revokeTermination", summary = "Take an agreed end back before its day")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "The contract and its services go on.")
    @APIResponse(responseCode = "409", description = "invalid-state: it was not agreed, or its day has come.")
    public Termination revoke(@PathParam("id") UUID id, AnswerRequest wanted) {
        return terminations.revoke(id, wanted.answer());
    }
}

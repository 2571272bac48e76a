package uplink.api.billing;

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
import uplink.api.http.Idempotent;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.Approvals;
import uplink.billing.refund.boundary.Decision;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The second person, who approves or refuses large refunds and corrections. */
@Path("admin/approvals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "Large refunds and corrections wait for a second person.")
public class ApprovalResource {

    @Inject
    private Approvals approvals;

    @GET
    @Operation(operationId = "listApprovals", summary = "What waits, was approved or refused, newest first")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Page<Approval> list(
            @QueryParam("status") @Nullable ApprovalStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return approvals.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getApproval", summary = "One of them")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "What was asked for, by whom, and what was decided.")
    @APIResponse(responseCode = "404", description = "No such approval.")
    public Approval get(@PathParam("id") UUID id) {
        return approvals.get(id);
    }

    @POST
    @Path("{id}/approve")
    @Idempotent
    @Operation(operationId = "approve", summary = "Approve what somebody else has asked for: it is done now")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The approval.")
    @APIResponse(responseCode = "404", description = "No such approval.")
    @APIResponse(responseCode = "409", description = "invalid-state: it is decided already.")
    public Approval approve(@PathParam("id") UUID id, Decision decision) {
        return approvals.approve(id, decision);
    }

    @POST
    @Path("{id}/refuse")
    @Operation(operationId = "refuse", summary = "Refuse what somebody else has asked for, with the reason")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The approval.")
    @APIResponse(responseCode = "404", description = "No such approval.")
    @APIResponse(responseCode = "409", description = "invalid-state: it is decided already.")
    public Approval refuse(@PathParam("id") UUID id, Decision decision) {
        return approvals.refuse(id, decision);
    }
}

package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.refund.boundary.ApprovalThreshold;
import uplink.billing.refund.boundary.Approvals;

/** From which sum on a second person is needed. */
@Path("admin/approval-threshold")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "Large refunds and corrections wait for a second person.")
public class ApprovalThresholdResource {

    @Inject
    private Approvals approvals;

    @GET
    @Operation(operationId = "getApprovalThreshold", summary = "Above which sum a second person is needed")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The threshold.")
    public ApprovalThreshold get() {
        return approvals.currentThreshold();
    }

    @PUT
    @Operation(operationId = "setApprovalThreshold", summary = "Move the threshold; what waits goes on waiting")
    @Extension(name = "x-permission", value = "approval:set")
    @APIResponse(responseCode = "200", description = "The threshold as it is now.")
    public ApprovalThreshold set(ApprovalThreshold wanted) {
        return approvals.setThreshold(wanted);
    }
}

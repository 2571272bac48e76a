package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.billing.refund.boundary.Payouts;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Credit that was paid out, or is to be. */
@Path("admin/payouts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class PayoutResource {

    @Inject
    private Payouts payouts;

    @GET
    @Operation(operationId = "listPayouts", summary = "Credit that was paid out, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page of them.")
    public Page<Payout> list(
            @QueryParam("status") @Nullable PayoutStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return payouts.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPayout", summary = "A pay-out")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "To whom, how much, and where it stands.")
    @APIResponse(responseCode = "404", description = "No such pay-out.")
    public Payout get(@PathParam("id") UUID id) {
        return payouts.get(id);
    }
}

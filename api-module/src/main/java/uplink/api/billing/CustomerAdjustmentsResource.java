package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Idempotent;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.refund.boundary.Adjustments;

/** Corrections of a customer's balance by hand. */
@Path("admin/customers/{id}/adjustments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerAdjustmentsResource {

    @Inject
    private Adjustments adjustments;

    @POST
    @Idempotent
    @Operation(
            operationId = "adjustBalance",
            summary = "Credit or debit a customer by hand",
            description = "Above the threshold nothing is posted before a second person has approved it.")
    @Extension(name = "x-permission", value = "ledger:adjust")
    @APIResponse(
            responseCode = "201",
            description = "The transfer.",
            content = @Content(schema = @Schema(implementation = LedgerEntry.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person.",
            content = @Content(schema = @Schema(implementation = Adjusted.class)))
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Response adjust(@PathParam("id") UUID id, Adjustment adjustment) {
        Adjusted adjusted = adjustments.adjust(id, adjustment);
        return adjusted.transfer() == null
                ? Response.accepted(adjusted).build()
                : Response.status(Response.Status.CREATED)
                        .entity(adjusted.transfer())
                        .build();
    }
}

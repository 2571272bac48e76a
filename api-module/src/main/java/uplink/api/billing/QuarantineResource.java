package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import uplink.api.http.RequestLanguage;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.Quarantine;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Customers that could not be billed. */
@Path("admin/billing/quarantine")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bill run", description = "Everything that is due, billed in one run.")
public class QuarantineResource {

    @Inject
    private Quarantine quarantine;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listQuarantine", summary = "Customers in quarantine, newest first")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "A page of customers that wait, and why.")
    public Page<QuarantineItem> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return QuarantineItem.page(quarantine.page(PageRequest.of(limit, cursor)), language.locale());
    }

    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retryQuarantine", summary = "Try to bill the customer again: a run of its own")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "202",
            description = "The run for this customer; the entry is resolved when it succeeds.",
            content = @Content(schema = @Schema(implementation = BillRun.class)))
    @APIResponse(responseCode = "404", description = "No such entry.")
    @APIResponse(responseCode = "409", description = "invalid-state: the customer has left quarantine already.")
    public Response retry(@PathParam("id") UUID id) {
        return BillRunResource.accepted(quarantine.retry(id));
    }
}

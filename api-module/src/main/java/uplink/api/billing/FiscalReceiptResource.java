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
import uplink.billing.fiscal.boundary.FiscalReceipt;
import uplink.billing.fiscal.boundary.FiscalReceipts;
import uplink.billing.fiscal.boundary.FiscalStatus;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Fiscal receipts. */
@Path("admin/fiscal-receipts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class FiscalReceiptResource {

    @Inject
    private FiscalReceipts receipts;

    @GET
    @Operation(operationId = "listFiscalReceipts", summary = "Fiscal receipts, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<FiscalReceipt> list(
            @QueryParam("status") @Nullable FiscalStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return receipts.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getFiscalReceipt", summary = "A fiscal receipt, and what was printed")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "404", description = "No such receipt.")
    public FiscalReceipt get(@PathParam("id") UUID id) {
        return receipts.get(id);
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "retryFiscalReceipt", summary = "Send a failed receipt once more, as a new one")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(responseCode = "200", description = "The receipt, waiting.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has not failed.")
    public FiscalReceipt retry(@PathParam("id") UUID id) {
        return receipts.retry(id);
    }
}

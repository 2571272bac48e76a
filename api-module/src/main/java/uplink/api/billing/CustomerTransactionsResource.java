package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** A customer's transfers, for staff. */
@Path("admin/customers/{id}/transactions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerTransactionsResource {

    @Inject
    private Ledger ledger;

    @GET
    @Operation(operationId = "listCustomerTransactions", summary = "A customer's ledger, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page of transfers.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<LedgerEntry> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ledger.transactions(id, PageRequest.of(limit, cursor));
    }
}

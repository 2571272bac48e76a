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
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** A customer's invoices, for staff. */
@Path("admin/customers/{id}/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerInvoicesResource {

    @Inject
    private Invoices invoices;

    @GET
    @Operation(operationId = "listCustomerInvoices", summary = "A customer's invoices, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page of invoices.")
    public Page<InvoiceSummary> list(
            @PathParam("id") UUID id,
            @QueryParam("status") @Nullable InvoiceStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return invoices.ofCustomer(id, status, PageRequest.of(limit, cursor));
    }
}

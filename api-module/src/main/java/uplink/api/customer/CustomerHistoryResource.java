package uplink.api.customer;

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
import uplink.customer.boundary.CustomerHistory;
import uplink.customer.boundary.HistoryEntry;
import uplink.customer.boundary.HistoryKind;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Everything that happened to a customer. */
@Path("admin/customers/{id}/timeline")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class CustomerHistoryResource {

    @Inject
    private CustomerHistory history;

    @GET
    @Operation(
            operationId = "getCustomerTimeline",
            summary = "Everything that happened to a customer, newest first",
            description = "What people changed (the audit trail), what was billed and paid, what became of services by"
                    + " itself, what the customer was told. Invoices need billing:read, payments payment:read; without"
                    + " them they are left out.")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "A page of it.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<HistoryEntry> page(
            @PathParam("id") UUID customer,
            @QueryParam("kind") @Nullable HistoryKind kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return history.page(customer, kind, PageRequest.of(limit, cursor));
    }
}

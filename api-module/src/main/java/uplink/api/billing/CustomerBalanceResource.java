package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.Ledger;

/** Where a customer stands, for staff. */
@Path("admin/customers/{id}/balance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerBalanceResource {

    @Inject
    private Ledger ledger;

    @GET
    @Operation(operationId = "getCustomerBalance", summary = "A customer's balance and what is due")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The balance: below zero is debt.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Balance get(@PathParam("id") UUID id) {
        return ledger.balance(id);
    }
}

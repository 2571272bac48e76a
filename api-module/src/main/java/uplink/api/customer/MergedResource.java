package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import uplink.customer.boundary.CustomerMerges;
import uplink.customer.boundary.MergedCustomer;
import uplink.shared.Page;

/** Who turned out to be a customer. */
@Path("admin/customers/{id}/merged")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class MergedResource {

    @Inject
    private CustomerMerges merges;

    @GET
    @Operation(operationId = "listMergedCustomers", summary = "Who turned out to be this customer")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The last first.")
    public Page<MergedCustomer> list(@PathParam("id") UUID customer) {
        return Page.whole(merges.ofCustomer(customer));
    }
}

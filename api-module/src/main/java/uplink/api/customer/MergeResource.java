package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import uplink.customer.boundary.MergeDone;
import uplink.customer.boundary.MergeOrder;
import uplink.customer.boundary.MergePreview;

/** Two customers who turned out to be one. */
@Path("admin/customers/{id}/merge")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class MergeResource {

    @Inject
    private CustomerMerges merges;

    @GET
    @Path("{otherId}")
    @Operation(
            operationId = "previewMerge",
            summary = "What a merge would do, and what is in the way",
            description = "Nothing is done. The customer of the path stays, the other one becomes a pointer.")
    @Extension(name = "x-permission", value = "customer:merge")
    @APIResponse(
            responseCode = "200",
            description = "Both, obstacles, field by field what differs, what goes and what stays.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public MergePreview preview(@PathParam("id") UUID kept, @PathParam("otherId") UUID other) {
        return merges.of(kept, other);
    }

    @POST
    @Operation(
            operationId = "mergeCustomers",
            summary = "Merge another customer into this one, for good",
            description =
                    "In one transaction. Contacts, notes, tags, documents, consents, messages and the sign-in go to the"
                            + " customer of the path; contracts, invoices, payments and transfers stay where they were. The other one's"
                            + " address answers with this customer from then on. The event is customer.merged. It cannot be undone.")
    @Extension(name = "x-permission", value = "customer:merge")
    @APIResponse(responseCode = "200", description = "Merged.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    @APIResponse(responseCode = "409", description = "stale: one of them is not as the preview said.")
    @APIResponse(responseCode = "422", description = "not-allowed: something is in the way.")
    public MergeDone merge(@PathParam("id") UUID kept, MergeOrder order) {
        return merges.merge(kept, order);
    }
}

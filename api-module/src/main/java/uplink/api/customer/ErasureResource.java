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
import uplink.customer.boundary.Erasure;
import uplink.customer.boundary.ErasureOrder;
import uplink.customer.boundary.ErasurePreview;
import uplink.customer.boundary.Erasures;

/** Forgetting the person behind a customer. */
@Path("admin/customers/{id}/erasure")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
@APIResponse(responseCode = "404", description = "No such customer.")
public class ErasureResource {

    @Inject
    private Erasures erasures;

    @GET
    @Operation(
            operationId = "previewErasure",
            summary = "What the erasure of a person would take away and leave, and what is in the way",
            description =
                    "Nothing is done. With obstacles an erasure is refused; of those that the law puts there the day"
                            + " is named on which they end.")
    @Extension(name = "x-permission", value = "customer:erase")
    @APIResponse(
            responseCode = "200",
            description = "What goes, what stays and by which law, obstacles, the latest wish.")
    public ErasurePreview preview(@PathParam("id") UUID customer) {
        return erasures.of(customer);
    }

    @POST
    @Operation(
            operationId = "erasePerson",
            summary = "Erase the person for good",
            description = "In one transaction: names, addresses, contacts, notes, documents, messages, sessions and the"
                    + " values in the audit trail go; the user cannot sign in any more. Invoices, payments and transfers stay"
                    + " with their numbers and amounts. The event is customer.erased.")
    @Extension(name = "x-permission", value = "customer:erase")
    @APIResponse(responseCode = "200", description = "Erased.")
    @APIResponse(
            responseCode = "422",
            description = "not-allowed: something is in the way; availableFrom says since when the law is not.")
    public Erasure erase(@PathParam("id") UUID customer, ErasureOrder order) {
        return erasures.erase(customer, order);
    }

    @POST
    @Path("refuse")
    @Operation(
            operationId = "refuseErasure",
            summary = "Refuse a wish to be erased, with the reason that the customer reads")
    @Extension(name = "x-permission", value = "customer:erase")
    @APIResponse(responseCode = "200", description = "Refused.")
    @APIResponse(responseCode = "409", description = "invalid-state: nothing is asked for, or it is decided.")
    public Erasure refuse(@PathParam("id") UUID customer, AnswerRequest wanted) {
        return erasures.refuse(customer, wanted.answer());
    }
}

package uplink.api.document;

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
import uplink.document.boundary.DocumentOrder;
import uplink.document.boundary.DocumentSummary;
import uplink.document.boundary.Documents;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Papers of a customer, for staff. */
@Path("admin/customers/{id}/documents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Papers as PDF.")
public class CustomerDocumentsResource {

    @Inject
    private Documents documents;

    @GET
    @Operation(operationId = "listCustomerDocuments", summary = "What a customer was issued, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page of papers.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<DocumentSummary> list(
            @PathParam("id") UUID customer,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return documents.ofCustomer(customer, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "issueDocument",
            summary = "Issue an act of services or a reconciliation statement to a customer",
            description =
                    "What it says is settled with it. What says the same of the same is not issued again: the answer is"
                            + " the paper that there is.")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The paper, issued now or before.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    @APIResponse(responseCode = "422", description = "not-allowed: nothing was rendered in that month.")
    public DocumentSummary issue(@PathParam("id") UUID customer, DocumentOrder order) {
        return documents.issue(customer, order);
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.AnswerNotKept;
import uplink.customer.boundary.IdentityDetails;
import uplink.customer.boundary.IdentityDocument;
import uplink.customer.boundary.IdentityDocuments;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.shared.Page;

/** What customers have shown to say who they are. */
@Path("admin/customers/{id}/identity-documents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class IdentityDocumentResource {

    @Inject
    private IdentityDocuments documents;

    @GET
    @Operation(operationId = "listIdentityDocuments", summary = "A customer's documents of identity, masked")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "In the order in which they were entered.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<IdentityDocument> list(@PathParam("id") UUID customer) {
        return Page.whole(documents.ofCustomer(customer));
    }

    @POST
    @Operation(
            operationId = "addIdentityDocument",
            summary = "Keep a document of identity",
            description = "It is stored encrypted; the answer, and every list, shows the end of its number only.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = IdentityDocument.class)))
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Response add(@PathParam("id") UUID customer, NewIdentityDocument wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(documents.add(customer, wanted))
                .build();
    }

    @POST
    @Path("{documentId}/open")
    @AnswerNotKept
    @Operation(
            operationId = "openIdentityDocument",
            summary = "Read a document of identity in clear text",
            description =
                    "Each reading is in the audit trail, with the reason. The answer is not kept for a repetition:"
                            + " an Idempotency-Key is of no use.")
    @Extension(name = "x-permission", value = "identity:read")
    @APIResponse(responseCode = "200", description = "In clear text.")
    @APIResponse(responseCode = "404", description = "The customer has no such document.")
    public IdentityDetails open(
            @PathParam("id") UUID customer, @PathParam("documentId") UUID id, ReasonRequest request) {
        return documents.open(customer, id, request.reason());
    }

    @DELETE
    @Path("{documentId}")
    @Operation(operationId = "removeIdentityDocument", summary = "Forget a document of identity")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "404", description = "The customer has no such document.")
    public void remove(@PathParam("id") UUID customer, @PathParam("documentId") UUID id) {
        documents.remove(customer, id);
    }
}

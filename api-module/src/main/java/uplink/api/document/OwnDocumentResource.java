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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.RequestLanguage;
import uplink.document.boundary.DocumentOrder;
import uplink.document.boundary.DocumentSummary;
import uplink.document.boundary.Documents;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Papers of the signed-in customer. */
@Path("documents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Papers as PDF.")
public class OwnDocumentResource {

    @Inject
    private Documents documents;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(
            operationId = "listOwnDocuments",
            summary = "Own papers, newest first",
            description =
                    "Every invoice, credit note, receipt, act, statement and contract that was issued. Its file is made"
                            + " when it is first asked for.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "A page of papers.")
    public Page<DocumentSummary> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return documents.own(PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "issueOwnDocument",
            summary = "Order an act of services or a reconciliation statement",
            description =
                    "What it says is settled with it. What says the same of the same is not issued again: the answer is"
                            + " the paper that there is.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The paper, issued now or before.")
    @APIResponse(responseCode = "422", description = "not-allowed: nothing was rendered in that month.")
    public DocumentSummary issue(DocumentOrder order) {
        return documents.issueOwn(order);
    }

    @GET
    @Path("{id}/content")
    @Produces(PdfAnswer.TYPE)
    @Operation(
            operationId = "getOwnDocument",
            summary = "An own paper as PDF/A",
            description = "In the language of Accept-Language; once made, the same file for ever.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = PdfAnswer.TYPE, schema = @Schema(implementation = byte[].class)))
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public Response content(@PathParam("id") UUID id) {
        return PdfAnswer.of(documents.own(id, language.locale()));
    }
}

package uplink.api.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.document.boundary.Documents;

/** The paper of any contract, for staff. */
@Path("admin/contracts/{id}/pdf")
@RequestScoped
@Tag(name = "Documents", description = "Papers as PDF.")
public class ContractPdfResource {

    @Inject
    private Documents documents;

    @Inject
    private RequestLanguage language;

    @GET
    @Produces(PdfAnswer.TYPE)
    @Operation(
            operationId = "getContractPdf",
            summary = "A contract as PDF/A",
            description = "In the language of Accept-Language, as it is agreed now: issued anew when that has changed.")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = PdfAnswer.TYPE, schema = @Schema(implementation = byte[].class)))
    @APIResponse(responseCode = "404", description = "No such contract.")
    public Response pdf(@PathParam("id") UUID id) {
        return PdfAnswer.of(documents.contract(id, language.locale()));
    }
}

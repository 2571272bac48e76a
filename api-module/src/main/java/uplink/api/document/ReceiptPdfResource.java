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

/** The receipt of any payment, for staff. */
@Path("admin/payments/{id}/pdf")
@RequestScoped
@Tag(name = "Documents", description = "Papers as PDF.")
public class ReceiptPdfResource {

    @Inject
    private Documents documents;

    @Inject
    private RequestLanguage language;

    @GET
    @Produces(PdfAnswer.TYPE)
    @Operation(
            operationId = "getReceiptPdf",
            summary = "The receipt of a payment as PDF/A",
            description = "In the language of Accept-Language; once made, the same file for ever.")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = PdfAnswer.TYPE, schema = @Schema(implementation = byte[].class)))
    @APIResponse(responseCode = "404", description = "No such payment.")
    @APIResponse(responseCode = "409", description = "invalid-state: no money has come by this payment.")
    public Response pdf(@PathParam("id") UUID id) {
        return PdfAnswer.of(documents.receipt(id, language.locale()));
    }
}

package uplink.api.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.document.boundary.DocumentPackage;
import uplink.document.boundary.DocumentPackages;

/** A package of files: how far it is, and the files as one. */
@Path("admin/document-packages/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Papers as PDF.")
@APIResponse(responseCode = "404", description = "No such package.")
public class DocumentPackageResource {

    private static final String ZIP = "application/zip";

    @Inject
    private DocumentPackages packages;

    @GET
    @Operation(operationId = "getDocumentPackage", summary = "How far a package is")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The package.")
    public DocumentPackage get(@PathParam("id") UUID id) {
        return packages.get(id);
    }

    @POST
    @Path("stop")
    @Operation(operationId = "stopDocumentPackage", summary = "Finish the files in hand and begin no more")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The package, stopping or stopped.")
    @APIResponse(responseCode = "409", description = "invalid-state: it is not under way.")
    public DocumentPackage stop(@PathParam("id") UUID id) {
        return packages.stop(id);
    }

    @POST
    @Path("resume")
    @Operation(
            operationId = "resumeDocumentPackage",
            summary = "Go on with a package that was stopped, or try again what failed")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The package, under way again.")
    @APIResponse(responseCode = "409", description = "invalid-state: there is nothing to go on with.")
    public DocumentPackage resume(@PathParam("id") UUID id) {
        return packages.resume(id);
    }

    @GET
    @Path("zip")
    @Produces(ZIP)
    @Operation(operationId = "getDocumentPackageZip", summary = "The files that are made, as a ZIP in postal order")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = byte[].class)))
    public Response zip(@PathParam("id") UUID id) {
        packages.get(id);
        return file(ZIP, "invoices.zip", out -> packages.getZip(id, out));
    }

    @GET
    @Path("pages")
    @Produces(PdfAnswer.TYPE)
    @Operation(
            operationId = "getDocumentPackagePages",
            summary = "The files that are made, as one PDF to be printed, in postal order",
            description = "Each invoice begins on a sheet of its own when both sides are printed.")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = PdfAnswer.TYPE, schema = @Schema(implementation = byte[].class)))
    public Response pages(@PathParam("id") UUID id) {
        packages.get(id);
        return file(PdfAnswer.TYPE, "invoices.pdf", out -> packages.getPages(id, out));
    }

    private static Response file(String type, String name, StreamingOutput content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}

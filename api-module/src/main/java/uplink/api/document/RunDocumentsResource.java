package uplink.api.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import uplink.document.boundary.DocumentPackage;
import uplink.document.boundary.DocumentPackages;
import uplink.document.boundary.PackageOrder;
import uplink.shared.Page;

/** Files of all invoices of a bill run. */
@Path("admin/billing/runs/{id}/documents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Papers as PDF.")
@APIResponse(responseCode = "404", description = "No such run.")
public class RunDocumentsResource {

    @Inject
    private DocumentPackages packages;

    @GET
    @Operation(
            operationId = "listDocumentPackages",
            summary = "Packages of a run: one for each language that was ordered")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "All of them, and how far they are.")
    public Page<DocumentPackage> list(@PathParam("id") UUID run) {
        return Page.whole(packages.ofRun(run));
    }

    @POST
    @Operation(
            operationId = "orderDocumentPackage",
            summary = "Make the files of all invoices of a run",
            description =
                    "In the background: what was made before is not made again. Ordered twice it is the same package.")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "202",
            description = "The package; its progress is at the Location.",
            content = @Content(schema = @Schema(implementation = DocumentPackage.class)))
    @APIResponse(responseCode = "409", description = "invalid-state: a preview, or the run is not over.")
    public Response order(@PathParam("id") UUID run, PackageOrder order) {
        DocumentPackage ordered = packages.order(run, order);
        return Response.accepted(ordered)
                .header("Location", "/api/v1/admin/document-packages/" + ordered.id())
                .build();
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Offsets;
import uplink.customer.boundary.FileHeadings;
import uplink.customer.boundary.HeadingEdit;
import uplink.customer.boundary.ImportHeading;
import uplink.customer.boundary.ImportHeadings;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Validation;

/** What the headings of other programs' files mean. */
@Path("admin/imports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Customers and places taken over from files.")
public class ImportHeadingResource {

    /** @param headings one to a hundred of the file's */
    @Schema(name = "HeadingsEdit")
    public record Meanings(@Nullable List<HeadingEdit> headings) {}

    @Inject
    private ImportHeadings headings;

    @Inject
    private Imports imports;

    @GET
    @Path("headings")
    @Operation(
            operationId = "listImportHeadings",
            summary = "What is remembered about headings that the guide does not document")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(responseCode = "200", description = "A page by kind and heading.")
    public Page<ImportHeading> list(
            @QueryParam("kind") @Nullable ImportKind kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageRequest.of(limit, null).limit();
        int first = Offsets.of(cursor);
        return Page.of(headings.list(kind, first, size + 1), size, last -> Integer.toString(first + size));
    }

    @DELETE
    @Path("headings")
    @Operation(operationId = "forgetImportHeading", summary = "Forget what a heading means")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(responseCode = "204", description = "Forgotten.")
    @APIResponse(responseCode = "404", description = "Nothing is remembered about it.")
    public void forget(@QueryParam("kind") @Nullable ImportKind kind, @QueryParam("heading") @Nullable String heading) {
        new Validation().require("kind", kind).require("heading", heading).done();
        headings.forget(Objects.requireNonNull(kind), Objects.requireNonNull(heading));
    }

    @GET
    @Path("{id}/headings")
    @Operation(
            operationId = "getFileHeadings",
            summary = "The headings of a file that was uploaded, with samples, and what each means")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "200",
            description = "The headings.",
            content = @Content(schema = @Schema(implementation = FileHeadings.class)))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    @APIResponse(responseCode = "409", description = "invalid-state: the file is no longer kept, or has no headings.")
    public FileHeadings of(@PathParam("id") UUID id) {
        return headings.of(id);
    }

    @PUT
    @Path("{id}/headings")
    @Operation(
            operationId = "explainFileHeadings",
            summary = "Say what headings of a file mean",
            description = "Remembered for every file of the kind. Without a column the heading is of no use and passed"
                    + " over.")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "200",
            description = "The headings as they are understood now.",
            content = @Content(schema = @Schema(implementation = FileHeadings.class)))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    @APIResponse(responseCode = "409", description = "invalid-state: the file is no longer kept, or has no headings.")
    public FileHeadings explain(@PathParam("id") UUID id, Meanings meanings) {
        return headings.explain(id, meanings.headings());
    }

    @POST
    @Path("{id}/again")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "repeatImport", summary = "Begin anew with the file of an import that has ended")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "Queued, as a new import.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    @APIResponse(
            responseCode = "409",
            description = "conflict: it is under way; invalid-state: the file is no longer kept.")
    public Response again(@PathParam("id") UUID id) {
        return Response.accepted(imports.again(id)).build();
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Offsets;
import uplink.api.http.RequestLanguage;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Imports of customers and places from files. */
@Path("admin/imports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Customers and places taken over from files.")
public class ImportResource {

    @Inject
    private Imports imports;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<ImportReport> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return imports.page(PageRequest.of(limit, cursor));
    }

    @POST
    @Path("customers")
    @Consumes("text/csv")
    @Operation(operationId = "importCustomers", summary = "Import a CSV file of customers")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask for it again to see the progress.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "conflict: this very file is being imported.")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importCsv(byte[] content, @BeanParam ImportWay way) {
        return started(way.of(ImportKind.CUSTOMERS, content));
    }

    @POST
    @Path("places")
    @Consumes({"text/csv", "application/zip"})
    @Operation(
            operationId = "importPlaces",
            summary =
                    "Import places: a CSV file of regions, cities, streets, houses, or a ZIP of the state's register (ГАР)")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask for it again to see the progress.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "conflict: this very file is being imported.")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importPlaces(byte[] content, @BeanParam ImportWay way) {
        return started(way.of(ImportKind.PLACES, content));
    }

    @POST
    @Path("devices")
    @Consumes("text/csv")
    @Operation(
            operationId = "importDevices",
            summary = "Import a CSV file of devices: in warehouses, in repair, with customers by contract number",
            description = "Nothing is charged and nothing announced.")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask for it again to see the progress.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "conflict: this very file is being imported.")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importDevices(byte[] content, @BeanParam ImportWay way) {
        return started(way.of(ImportKind.DEVICES, content));
    }

    @POST
    @Path("applications")
    @Consumes("text/csv")
    @Operation(
            operationId = "importApplications",
            summary = "Import a CSV file of applications that another program has begun",
            description = "They are new here, since the day on which they were made; nobody is told.")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask for it again to see the progress.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "conflict: this very file is being imported.")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importApplications(byte[] content, @BeanParam ImportWay way) {
        return started(way.of(ImportKind.APPLICATIONS, content));
    }

    /** The same as a form with a file, as browsers send it. */
    @POST
    @Path("customers")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    @Extension(name = "x-permission", value = "import:run")
    public Response importForm(
            @FormParam("file") @Nullable EntityPart file,
            @FormParam("mode") @Nullable EntityPart mode,
            @FormParam("dryRun") @Nullable EntityPart dryRun)
            throws IOException {
        ImportForm form = ImportForm.of(file, mode, dryRun);
        return started(form.ofCustomers());
    }

    private Response started(NewImport wanted) {
        return Response.accepted(imports.start(wanted)).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "Where an import stands")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "200",
            description = "The import.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    public ImportReport get(@PathParam("id") UUID id) {
        return imports.get(id);
    }

    @GET
    @Path("{id}/refusals")
    @Operation(operationId = "listImportRefusals", summary = "The refused rows, by line")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(responseCode = "200", description = "A page with line, column and reason.")
    @APIResponse(responseCode = "404", description = "There is no such import.")
    public Page<RefusalAnswer> refusals(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageRequest.of(limit, null).limit();
        int first = Offsets.of(cursor);
        List<RefusalAnswer> rows = imports.refusals(id, first, size + 1).stream()
                .map(refusal -> RefusalAnswer.of(refusal, language.locale()))
                .toList();
        return Page.of(rows, size, last -> Integer.toString(first + size));
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "stopImport", summary = "Stop an import before it writes")
    @Extension(name = "x-permission", value = "import:run")
    @APIResponse(
            responseCode = "202",
            description = "It will stop.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    @APIResponse(responseCode = "409", description = "invalid-state: it has ended.")
    public Response stop(@PathParam("id") UUID id) {
        return Response.accepted(imports.stop(id)).build();
    }
}

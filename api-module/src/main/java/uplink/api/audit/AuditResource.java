package uplink.api.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditEntry;
import uplink.audit.boundary.AuditQuery;
import uplink.audit.boundary.AuditReport;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.audit.boundary.AuditVerification;
import uplink.audit.boundary.TrailCsv;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Who changed what. */
@Path("admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "What people and integrations changed, and the proof that nobody changed that.")
public class AuditResource {

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditVerification verification;

    @GET
    @Operation(operationId = "listAudit", summary = "Changes, newest first")
    @Extension(name = "x-permission", value = "audit:read")
    @APIResponse(responseCode = "200", description = "A page of changes, without what exactly was changed.")
    public Page<AuditRow> list(
            @BeanParam AuditFilter filter,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return trail.page(filter.query(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getAudit", summary = "A change with what was before and after")
    @Extension(name = "x-permission", value = "audit:read")
    @APIResponse(responseCode = "200", description = "The change.")
    @APIResponse(responseCode = "404", description = "There is no such change.")
    public AuditEntry get(@PathParam("id") UUID id) {
        return trail.get(id);
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(operationId = "exportAudit", summary = "Changes as a CSV file, newest first")
    @Extension(name = "x-permission", value = "audit:read")
    @APIResponse(
            responseCode = "200",
            description =
                    "UTF-8, a header line, commas; cells that a spreadsheet would take for a formula begin with '.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response export(@BeanParam AuditFilter filter) {
        AuditQuery query = filter.query();
        StreamingOutput file = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            TrailCsv.write(before -> trail.entries(query, before), writer);
            writer.flush();
        };
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    @POST
    @Path("verification")
    @Operation(operationId = "verifyAudit", summary = "Follow the chain of seals now")
    @Extension(name = "x-permission", value = "audit:read")
    @APIResponse(
            responseCode = "200",
            description = "What was compared and what was found; no findings: the trail is whole.",
            content = @Content(schema = @Schema(implementation = AuditReport.class)))
    public AuditReport verify() {
        return verification.verify();
    }
}

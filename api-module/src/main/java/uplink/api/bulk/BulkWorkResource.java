package uplink.api.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Idempotent;
import uplink.api.http.RequestLanguage;
import uplink.billing.refund.boundary.Decision;
import uplink.bulk.boundary.BulkCommit;
import uplink.bulk.boundary.BulkCsv;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.BulkWorks;
import uplink.bulk.boundary.NewBulkWork;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Works on many customers: preview, commit, progress, stop, continue, undo. */
@Path("admin/bulk-works")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk work", description = "One change for all customers that a filter finds.")
public class BulkWorkResource {

    @Inject
    private BulkWorks works;

    @Inject
    private RequestLanguage language;

    @POST
    @Operation(
            operationId = "orderBulkWork",
            summary = "Freeze a set of customers and work out what would happen to them",
            description =
                    "Nothing is changed before the commit. Besides `bulk:work` it needs the permission of doing the"
                            + " same to one customer: `customer:write`, or for corrections `ledger:adjust`.")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(
            responseCode = "202",
            description = "It is worked out; its progress is at the Location.",
            content = @Content(schema = @Schema(implementation = BulkWork.class)))
    public Response order(NewBulkWork work) {
        BulkWork ordered = works.order(work);
        return Response.accepted(ordered)
                .header("Location", "/api/v1/admin/bulk-works/" + ordered.id())
                .build();
    }

    @GET
    @Operation(operationId = "listBulkWorks", summary = "Works, newest first")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(responseCode = "200", description = "A page, without the reasons why some are left out.")
    public Page<BulkWork> list(
            @QueryParam("kind") @Nullable BulkKind kind,
            @QueryParam("status") @Nullable BulkStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return works.page(kind, status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBulkWork", summary = "A work's figures and progress")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(responseCode = "200", description = "The work.")
    @APIResponse(responseCode = "404", description = "No such work.")
    public BulkWork get(@PathParam("id") UUID id) {
        return works.get(id);
    }

    @GET
    @Path("{id}/items")
    @Operation(operationId = "listBulkWorkItems", summary = "What a work is about, and what became of each")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(responseCode = "200", description = "A page of customers, or of services.")
    @APIResponse(responseCode = "404", description = "No such work.")
    public Page<BulkItem> items(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable BulkState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return works.pageItems(id, state, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}/items/export")
    @Produces("text/csv")
    @Operation(operationId = "exportBulkWorkItems", summary = "The same as a CSV file")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(
            responseCode = "200",
            description =
                    "UTF-8, a header line, commas; cells that a spreadsheet would take for a formula begin with '.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No such work.")
    public Response export(@PathParam("id") UUID id, @QueryParam("state") @Nullable BulkState state) {
        BulkWork work = works.get(id);
        Locale reader = language.locale();
        StreamingOutput file = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            BulkCsv.write(id, state, reader, works::listItems, writer);
            writer.flush();
        };
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bulk-work-" + work.no() + ".csv\"")
                .build();
    }

    @POST
    @Path("{id}/commit")
    @Idempotent
    @Operation(
            operationId = "commitBulkWork",
            summary = "Do what a finished preview has shown",
            description = "Corrections that come to more than the approval threshold wait for a second person.")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(
            responseCode = "202",
            description = "The work, under way or waiting.",
            content = @Content(schema = @Schema(implementation = BulkWork.class)))
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: no finished preview, or nothing to change.")
    public Response commit(@PathParam("id") UUID id, BulkCommit commit) {
        return Response.accepted(works.commit(id, commit.count())).build();
    }

    @POST
    @Path("{id}/approve")
    @Idempotent
    @Operation(operationId = "approveBulkWork", summary = "Let a large correction begin, as the second person")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The work, under way.")
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public BulkWork approve(@PathParam("id") UUID id, Decision decision) {
        return works.approve(id, decision.note());
    }

    @POST
    @Path("{id}/refuse")
    @Operation(operationId = "refuseBulkWork", summary = "Do not let it begin, with the reason")
    @Extension(name = "x-permission", value = "approval:decide")
    @APIResponse(responseCode = "200", description = "The work, as it stood before.")
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public BulkWork refuse(@PathParam("id") UUID id, Decision decision) {
        return works.refuse(id, decision.note());
    }

    @POST
    @Path("{id}/stop")
    @Operation(operationId = "stopBulkWork", summary = "Finish the chunk in hand and begin no more")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(responseCode = "200", description = "The work, stopping.")
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: it is not under way.")
    public BulkWork stop(@PathParam("id") UUID id) {
        return works.stop(id);
    }

    @POST
    @Path("{id}/continue")
    @Idempotent
    @Operation(operationId = "continueBulkWork", summary = "Go on with a stopped or failed work, in the caller's name")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(responseCode = "200", description = "The work, under way again.")
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: it was not stopped.")
    public BulkWork resume(@PathParam("id") UUID id) {
        return works.resume(id);
    }

    @POST
    @Path("{id}/undo")
    @Idempotent
    @Operation(
            operationId = "undoBulkWork",
            summary = "Take back what was done, as far as that is possible",
            description = "`undo` and `undoUntil` of the work say beforehand whether, and until when.")
    @Extension(name = "x-permission", value = "bulk:work")
    @APIResponse(
            responseCode = "202",
            description = "The work, being taken back or waiting for a second person.",
            content = @Content(schema = @Schema(implementation = BulkWork.class)))
    @APIResponse(responseCode = "404", description = "No such work.")
    @APIResponse(responseCode = "409", description = "invalid-state: there is nothing that could be taken back.")
    public Response undo(@PathParam("id") UUID id) {
        return Response.accepted(works.undo(id)).build();
    }
}

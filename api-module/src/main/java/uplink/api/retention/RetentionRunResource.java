package uplink.api.retention;

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
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionRuns;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Nights in which things were thrown away, and runs that people ask for. */
@Path("admin/retention/runs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "How long things are kept, and what was thrown away.")
public class RetentionRunResource {

    @Inject
    private RetentionRuns runs;

    @GET
    @Operation(operationId = "listRetentionRuns", summary = "Runs, newest first")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "A page, without what each rule did.")
    public Page<RetentionRun> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return runs.page(PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(operationId = "startRetentionRun", summary = "Do now what the next night would do")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask for it again to see the progress.",
            content = @Content(schema = @Schema(implementation = RetentionRun.class)))
    @APIResponse(responseCode = "409", description = "conflict: a run is not over.")
    public Response start() {
        return Response.accepted(runs.start()).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getRetentionRun", summary = "Where a run stands, and what each rule did")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "The run.")
    @APIResponse(responseCode = "404", description = "There is no such run.")
    public RetentionRun get(@PathParam("id") UUID id) {
        return runs.get(id);
    }

    @POST
    @Path("{id}/stop")
    @Operation(operationId = "stopRetentionRun", summary = "Take nothing more away in this run; the next night goes on")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "It stops after the step that it is at.")
    @APIResponse(responseCode = "404", description = "There is no such run.")
    @APIResponse(responseCode = "409", description = "invalid-state: the run is over.")
    public RetentionRun stop(@PathParam("id") UUID id) {
        return runs.stop(id);
    }
}

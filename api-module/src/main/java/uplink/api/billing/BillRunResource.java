package uplink.api.billing;

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
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.run.boundary.Anomaly;
import uplink.billing.run.boundary.AnomalyKind;
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.BillRuns;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Bill runs: preview, commit, progress, stop, resume. */
@Path("admin/billing/runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bill run", description = "Everything that is due, billed in one run.")
public class BillRunResource {

    @Inject
    private BillRuns runs;

    @Inject
    private Invoices invoices;

    @POST
    @Operation(operationId = "startBillRun", summary = "Start a preview or a commit of everything due up to a day")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "202",
            description = "The run is planned; its progress is at the Location.",
            content = @Content(schema = @Schema(implementation = BillRun.class)))
    public Response start(RunRequest request) {
        return accepted(runs.start(request.targetDate(), request.mode()));
    }

    @GET
    @Operation(operationId = "listBillRuns", summary = "Bill runs, newest first")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "A page of runs, without their totals by tariff.")
    public Page<BillRun> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return runs.page(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBillRun", summary = "A run's progress and totals by tariff")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The run.")
    @APIResponse(responseCode = "404", description = "No such run.")
    public BillRun get(@PathParam("id") UUID id) {
        return runs.get(id);
    }

    @GET
    @Path("{id}/anomalies")
    @Operation(operationId = "listBillRunAnomalies", summary = "Customers of a run that stand out")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "A page of anomalies.")
    @APIResponse(responseCode = "404", description = "No such run.")
    public Page<Anomaly> anomalies(
            @PathParam("id") UUID id,
            @QueryParam("kind") @Nullable AnomalyKind kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return runs.anomalies(id, kind, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}/invoices")
    @Operation(operationId = "listBillRunInvoices", summary = "What a run has issued, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page of invoices.")
    public Page<InvoiceSummary> invoices(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return invoices.ofRun(id, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("{id}/commit")
    @Operation(operationId = "commitBillRun", summary = "Bill what a completed preview has shown: starts a new run")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(
            responseCode = "202",
            description = "The new run.",
            content = @Content(schema = @Schema(implementation = BillRun.class)))
    @APIResponse(responseCode = "404", description = "No such run.")
    @APIResponse(responseCode = "409", description = "invalid-state: not a completed preview.")
    public Response commit(@PathParam("id") UUID id) {
        return accepted(runs.commit(id));
    }

    @POST
    @Path("{id}/stop")
    @Operation(operationId = "stopBillRun", summary = "Finish the chunks in hand and begin no more")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The run, stopping or stopped.")
    @APIResponse(responseCode = "404", description = "No such run.")
    @APIResponse(responseCode = "409", description = "invalid-state: the run is not under way.")
    public BillRun stop(@PathParam("id") UUID id) {
        return runs.stop(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(operationId = "resumeBillRun", summary = "Go on with a stopped or failed run")
    @Extension(name = "x-permission", value = "billing:run")
    @APIResponse(responseCode = "200", description = "The run, under way again.")
    @APIResponse(responseCode = "404", description = "No such run.")
    @APIResponse(responseCode = "409", description = "invalid-state: the run was not stopped.")
    public BillRun resume(@PathParam("id") UUID id) {
        return runs.resume(id);
    }

    static Response accepted(BillRun run) {
        return Response.accepted(run)
                .header("Location", "/api/v1/admin/billing/runs/" + run.id())
                .build();
    }
}

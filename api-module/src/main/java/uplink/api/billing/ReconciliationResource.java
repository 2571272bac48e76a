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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Idempotent;
import uplink.billing.reconciliation.boundary.Correcting;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyKind;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.reconciliation.boundary.Explanation;
import uplink.billing.reconciliation.boundary.Reconciliations;
import uplink.billing.reconciliation.boundary.RegisterDay;
import uplink.billing.reconciliation.boundary.TakeOver;
import uplink.billing.reconciliation.boundary.TakingOver;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Payments here against the providers' registers. */
@Path("admin/reconciliation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class ReconciliationResource {

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private TakingOver takingOver;

    @Inject
    private Correcting correcting;

    @GET
    @Operation(
            operationId = "listDiscrepancies",
            summary = "What does not agree with the providers' registers, newest first")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "A page of discrepancies.")
    public Page<Discrepancy> list(
            @QueryParam("kind") @Nullable DiscrepancyKind kind,
            @QueryParam("status") @Nullable DiscrepancyStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reconciliations.page(kind, status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("days")
    @Operation(operationId = "listRegisterDays", summary = "The registers of the last sixty days, newest first")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "What was read and how much of it agrees.")
    public Page<RegisterDay> days() {
        return Page.whole(reconciliations.listDays());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDiscrepancy", summary = "A discrepancy")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "The discrepancy.")
    @APIResponse(responseCode = "404", description = "No such discrepancy.")
    public Discrepancy get(@PathParam("id") UUID id) {
        return reconciliations.get(id);
    }

    @POST
    @Path("{id}/take-over")
    @Idempotent
    @Operation(
            operationId = "takeOverPayment",
            summary = "Ask the provider once more and book what it has",
            description = "Repeatable: a payment of the provider's is booked once.")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "Settled.")
    @APIResponse(responseCode = "404", description = "No such discrepancy.")
    @APIResponse(responseCode = "409", description = "Decided already, or the provider does not confirm it.")
    public Discrepancy takeOver(@PathParam("id") UUID id, TakeOver wanted) {
        return takingOver.takeOver(id, wanted);
    }

    @POST
    @Path("{id}/explain")
    @Operation(operationId = "explainDiscrepancy", summary = "Leave it as it is, for a reason")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "Explained.")
    @APIResponse(responseCode = "404", description = "No such discrepancy.")
    @APIResponse(responseCode = "409", description = "Decided already.")
    public Discrepancy explain(@PathParam("id") UUID id, Explanation why) {
        return reconciliations.explain(id, why);
    }

    @POST
    @Path("{id}/request")
    @Idempotent
    @Operation(
            operationId = "requestCorrection",
            summary = "Correct the books by the provider's register",
            description =
                    "What the provider does not have is taken out of the books (payment:refund, too), what it has more is"
                            + " credited (ledger:adjust, too). Above the threshold it is `requested` until a second person"
                            + " approves it; refused, it is open again.")
    @Extension(name = "x-permission", value = "payment:reconcile")
    @APIResponse(responseCode = "200", description = "Settled, or asked for.")
    @APIResponse(responseCode = "404", description = "No such discrepancy.")
    @APIResponse(responseCode = "409", description = "Decided already, or money that is missing here: take it over.")
    @APIResponse(
            responseCode = "422",
            description = "more-than-captured: too much of the payment has gone back already.")
    public Discrepancy request(@PathParam("id") UUID id, Explanation what) {
        return correcting.request(id, what);
    }
}

package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.AccountingPeriod;
import uplink.billing.ledger.boundary.AccountingPeriods;
import uplink.billing.ledger.boundary.PeriodDecision;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The accounting period: what is closed, and closing it. */
@Path("admin/accounting-periods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting periods", description = "Up to a closed day nothing is posted, issued or changed.")
public class AccountingPeriodResource {

    @Inject
    private AccountingPeriods periods;

    @GET
    @Operation(
            operationId = "listAccountingPeriods",
            summary = "What was decided about the accounting period, newest first",
            description = "The first one holds: its closedThrough is the last closed day.")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page of decisions.")
    public Page<AccountingPeriod> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return periods.page(PageRequest.of(limit, cursor));
    }

    @POST
    @Path("close")
    @Operation(
            operationId = "closeAccountingPeriod",
            summary = "Close the books up to a day that has passed",
            description =
                    "Nothing is posted or issued there any more, by whatever road; corrections land in the open days.")
    @Extension(name = "x-permission", value = "period:close")
    @APIResponse(responseCode = "200", description = "The decision.")
    @APIResponse(responseCode = "409", description = "conflict: too much is being written just now; try again.")
    public AccountingPeriod close(PeriodDecision decision) {
        return periods.close(decision);
    }

    @POST
    @Path("reopen")
    @Operation(
            operationId = "reopenAccountingPeriod",
            summary = "Open again what is closed after a day, with the reason")
    @Extension(name = "x-permission", value = "period:reopen")
    @APIResponse(responseCode = "200", description = "The decision.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: nothing is closed; conflict: too much is being written just now.")
    public AccountingPeriod reopen(PeriodDecision decision) {
        return periods.reopen(decision);
    }
}

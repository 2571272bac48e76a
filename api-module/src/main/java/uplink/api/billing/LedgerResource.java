package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.ledger.boundary.CheckReport;
import uplink.billing.ledger.boundary.HouseBalance;
import uplink.billing.ledger.boundary.IntegrityCheck;
import uplink.billing.ledger.boundary.Ledger;
import uplink.shared.Page;

/** The provider's own accounts, and the proof that the books are sound. */
@Path("admin/ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "The house accounts and the integrity check.")
public class LedgerResource {

    @Inject
    private Ledger ledger;

    @Inject
    private IntegrityCheck check;

    @GET
    @Path("accounts")
    @Operation(operationId = "listHouseAccounts", summary = "House accounts with their turnover and balance")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The accounts.")
    public Page<HouseBalance> accounts() {
        return Page.whole(ledger.houseBalances());
    }

    @POST
    @Path("checks")
    @Operation(operationId = "checkIntegrity", summary = "Prove every promise about money now")
    @Extension(name = "x-permission", value = "system:check")
    @APIResponse(responseCode = "200", description = "What was checked and found; no findings: the books are sound.")
    public CheckReport check() {
        return check.run();
    }
}

package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.dunning.boundary.AccessGap;
import uplink.billing.dunning.boundary.AccessGaps;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.dunning.boundary.DunningDay;
import uplink.shared.Page;

/** What dunning has done, and whether service follows money. */
@Path("admin/dunning")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Dunning, promised payments, freezes, working days.")
public class DunningResource {

    private static final int DAYS = 100;

    @Inject
    private Dunning dunning;

    @Inject
    private AccessGaps gaps;

    @GET
    @Path("days")
    @Operation(operationId = "listDunningDays", summary = "What the last hundred days' dunning came to, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The days.")
    public Page<DunningDay> days() {
        return Page.whole(dunning.listDays(DAYS));
    }

    @GET
    @Path("gaps")
    @Operation(
            operationId = "listAccessGaps",
            summary = "Who is off although nothing is owed, and on although something is; none, or something is wrong")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "At most a hundred of each kind.")
    public Page<AccessGap> gaps() {
        return Page.whole(gaps.list());
    }
}

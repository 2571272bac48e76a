package uplink.api.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.inventory.boundary.StockCount;
import uplink.inventory.boundary.StockDifference;
import uplink.inventory.boundary.StockTaking;
import uplink.inventory.boundary.StockTakings;
import uplink.shared.Page;

/** A warehouse is counted. */
@Path("admin/warehouses/{id}/stock-takings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Models, warehouses, devices and their moves.")
@APIResponse(responseCode = "404", description = "No such warehouse.")
public class StockTakingResource {

    @Inject
    private StockTakings takings;

    @GET
    @Operation(operationId = "listStockTakings", summary = "The stock-takings of a warehouse, the latest first")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Page<StockTaking> list(@PathParam("id") UUID warehouse) {
        return Page.whole(takings.list(warehouse));
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewStockTaking",
            summary = "How what was counted differs from what should be there",
            description = "Nothing is done about it. Labels are serials or MACs in any spelling, at most 5000. `seen`"
                    + " names this difference to whoever closes.")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "What is missing, and what was found and should be elsewhere.")
    public StockDifference preview(@PathParam("id") UUID warehouse, StockCount count) {
        return takings.findDifference(warehouse, count);
    }

    @POST
    @Operation(
            operationId = "closeStockTaking",
            summary = "Write off what is missing and put what was found here",
            description =
                    "`seen` is the preview's: if other devices are missing or found by now, or one of them has moved,"
                            + " nothing happens. What should be with customers is left alone.")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(
            responseCode = "201",
            description = "What came of it.",
            content = @Content(schema = @Schema(implementation = StockTaking.class)))
    @APIResponse(responseCode = "409", description = "stale: the difference is another one by now than was seen.")
    public Response close(@PathParam("id") UUID warehouse, StockCount count) {
        return Response.status(Response.Status.CREATED)
                .entity(takings.close(warehouse, count))
                .build();
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import uplink.customer.boundary.Erasure;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.Erasures;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Who wishes to be forgotten, and who was. */
@Path("admin/erasures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class ErasureListResource {

    @Inject
    private Erasures erasures;

    @GET
    @Operation(operationId = "listErasures", summary = "Who wishes to be erased, and who was")
    @Extension(name = "x-permission", value = "customer:erase")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<Erasure> list(
            @QueryParam("status") @Nullable ErasureStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return erasures.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getErasure", summary = "A wish to be erased")
    @Extension(name = "x-permission", value = "customer:erase")
    @APIResponse(responseCode = "200", description = "The wish, and what became of it.")
    @APIResponse(responseCode = "404", description = "There is no such wish.")
    public Erasure get(@PathParam("id") UUID id) {
        return erasures.get(id);
    }
}

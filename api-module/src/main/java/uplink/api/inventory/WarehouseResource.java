package uplink.api.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouse;
import uplink.inventory.boundary.Warehouses;
import uplink.shared.Page;

/** Where devices are kept. */
@Path("admin/warehouses")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Models, warehouses, devices and their moves.")
public class WarehouseResource {

    @Inject
    private Warehouses warehouses;

    @GET
    @Operation(operationId = "listWarehouses", summary = "All warehouses, by code")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "The warehouses, each with how many devices are there.")
    public Page<Warehouse> list() {
        return Page.whole(warehouses.list());
    }

    @POST
    @Operation(operationId = "createWarehouse", summary = "Add a warehouse")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: the code is taken.")
    public Versioned<Warehouse> create(NewWarehouse wanted) {
        Warehouse made = warehouses.create(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replaceWarehouse", summary = "Say what a warehouse shall be from now on")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "No such warehouse.")
    @APIResponse(responseCode = "409", description = "conflict: the code is taken.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Warehouse> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewWarehouse wanted) {
        Warehouse changed = warehouses.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }
}

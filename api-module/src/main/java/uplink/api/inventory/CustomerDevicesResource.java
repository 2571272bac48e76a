package uplink.api.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.shared.Page;

/** What a customer has. */
@Path("admin/customers/{id}/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Models, warehouses, devices and their moves.")
public class CustomerDevicesResource {

    @Inject
    private DeviceSearch search;

    @GET
    @Operation(operationId = "listCustomerDevices", summary = "The devices that a customer has, the latest first")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<DeviceRow> list(@PathParam("id") UUID id) {
        return Page.whole(search.ofCustomer(id));
    }
}

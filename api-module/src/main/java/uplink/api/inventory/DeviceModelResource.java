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
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.shared.Page;

/** Models of devices. */
@Path("admin/device-models")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Models, warehouses, devices and their moves.")
public class DeviceModelResource {

    @Inject
    private DeviceModels models;

    @GET
    @Operation(operationId = "listDeviceModels", summary = "All models, by vendor and name")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "The models, each with how many devices there are.")
    public Page<DeviceModel> list() {
        return Page.whole(models.listCounted());
    }

    @POST
    @Operation(
            operationId = "createDeviceModel",
            summary = "Add a model",
            description = "`price` is what a sale costs; `rentTariffId` is the add-on that is charged while a customer"
                    + " rents one. Without the one it is not sold, without the other not let.")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: there is a model of this name.")
    public Versioned<DeviceModel> create(NewDeviceModel wanted) {
        DeviceModel made = models.create(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replaceDeviceModel", summary = "Say what a model shall be from now on")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "No such model.")
    @APIResponse(responseCode = "409", description = "conflict: there is a model of this name.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<DeviceModel> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewDeviceModel wanted) {
        DeviceModel changed = models.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }
}

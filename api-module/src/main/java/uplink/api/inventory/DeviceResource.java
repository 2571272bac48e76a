package uplink.api.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import uplink.api.http.EntityTags;
import uplink.api.http.Idempotent;
import uplink.api.http.Versioned;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceNote;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.Received;
import uplink.inventory.boundary.Storing;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Devices and their moves. */
@Path("admin/devices")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Models, warehouses, devices and their moves.")
public class DeviceResource {

    @Inject
    private Devices devices;

    @Inject
    private DeviceSearch search;

    @GET
    @Operation(operationId = "listDevices", summary = "Devices, the last received first")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(
            responseCode = "200",
            description =
                    "A page; q finds fragments of a serial, or of a MAC in any spelling. One or two signs are the"
                            + " beginning of a serial. The name of a customer who has a device is told with customer:read only.")
    public Page<DeviceRow> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("state") @Nullable DeviceState state,
            @QueryParam("modelId") @Nullable UUID model,
            @QueryParam("warehouseId") @Nullable UUID warehouse,
            @QueryParam("crewId") @Nullable UUID crew,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return search.page(DeviceQuery.newest(q, state, model, warehouse, crew), PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "receiveDevices",
            summary = "Take new devices of one model into a warehouse, all or none",
            description = "At most 200 at once. MAC addresses may be spelled in any way; what is wrong is named line by"
                    + " line, as `devices[3].mac`.")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(
            responseCode = "201",
            description = "What was received.",
            content = @Content(schema = @Schema(implementation = Received.class)))
    @APIResponse(responseCode = "409", description = "conflict: a serial or MAC belongs to a device already.")
    public Response receive(Delivery delivery) {
        return Response.status(Response.Status.CREATED)
                .entity(new Received(devices.receive(delivery)))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDevice", summary = "A device, and where it is")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "The device.")
    @APIResponse(responseCode = "404", description = "No such device.")
    public Versioned<DeviceRow> get(@PathParam("id") UUID id) {
        return versioned(search.get(id));
    }

    @GET
    @Path("{id}/moves")
    @Operation(operationId = "listDeviceMoves", summary = "Where a device has been, the last move first")
    @Extension(name = "x-permission", value = "device:read")
    @APIResponse(responseCode = "200", description = "All moves, from its arrival on.")
    @APIResponse(responseCode = "404", description = "No such device.")
    public Page<DeviceMove> moves(@PathParam("id") UUID id) {
        return Page.whole(search.listMoves(id));
    }

    @PATCH
    @Path("{id}")
    @Operation(operationId = "relabelDevice", summary = "Correct what was read from a device's label")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "Corrected.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "conflict: another device has that serial or MAC.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<DeviceRow> relabel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewDevice label) {
        return versioned(devices.relabel(id, EntityTags.expected(ifMatch), label));
    }

    @POST
    @Path("{id}/hand-out")
    @Operation(operationId = "handOutDevice", summary = "A crew takes a device along from a warehouse")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "The device, with the crew.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "device-not-available: it is in no warehouse.")
    @APIResponse(responseCode = "409", description = "stale: it has moved in the meantime.")
    public Versioned<DeviceRow> handOut(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, HandOut wish) {
        return versioned(devices.handOut(id, EntityTags.expected(ifMatch), wish));
    }

    @POST
    @Path("{id}/issue")
    @Idempotent
    @Operation(
            operationId = "issueDevice",
            summary = "A customer gets a device: on loan, for rent, or for good",
            description = "A sale is charged as a one-off fee of the customer's service, a rent as an add-on beside it,"
                    + " both by the next bill run. Another price than the model's needs customer:write.")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "The device, with the customer.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "device-not-available: it is not in a warehouse or with a crew.")
    @APIResponse(responseCode = "409", description = "stale: it has moved in the meantime.")
    @APIResponse(responseCode = "409", description = "invalid-state: the customer is closed.")
    @APIResponse(
            responseCode = "422",
            description = "not-allowed: the model is not sold or let, or there is no service to charge.")
    public Versioned<DeviceRow> issue(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DeviceIssue wish) {
        return versioned(devices.issue(id, EntityTags.expected(ifMatch), wish));
    }

    @POST
    @Path("{id}/store")
    @Operation(
            operationId = "storeDevice",
            summary = "A device comes into a warehouse, from wherever it was",
            description = "A rent ends today. What was paid for a sale is given back by an adjustment, if it is.")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "The device, in the warehouse.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "device-not-available: it is there already.")
    @APIResponse(responseCode = "409", description = "stale: it has moved in the meantime.")
    public Versioned<DeviceRow> store(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Storing wish) {
        return versioned(devices.store(id, EntityTags.expected(ifMatch), wish));
    }

    @POST
    @Path("{id}/repair")
    @Operation(operationId = "repairDevice", summary = "A device goes to be repaired; a rent ends today")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "The device, in repair.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "device-not-available: it is in repair or written off.")
    @APIResponse(responseCode = "409", description = "stale: it has moved in the meantime.")
    public Versioned<DeviceRow> repair(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DeviceNote wish) {
        return versioned(devices.repair(id, EntityTags.expected(ifMatch), wish));
    }

    @POST
    @Path("{id}/write-off")
    @Operation(
            operationId = "writeOffDevice",
            summary = "A device is lost or broken for good; a rent ends today",
            description = "The reason must be told.")
    @Extension(name = "x-permission", value = "device:write")
    @APIResponse(responseCode = "200", description = "The device, written off.")
    @APIResponse(responseCode = "404", description = "No such device.")
    @APIResponse(responseCode = "409", description = "device-not-available: it is written off already.")
    @APIResponse(responseCode = "409", description = "stale: it has moved in the meantime.")
    public Versioned<DeviceRow> writeOff(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DeviceNote wish) {
        return versioned(devices.writeOff(id, EntityTags.expected(ifMatch), wish));
    }

    private static Versioned<DeviceRow> versioned(DeviceRow device) {
        return Versioned.of(device, device.version());
    }
}

package uplink.api.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.connection.boundary.Completion;
import uplink.connection.boundary.PictureContent;
import uplink.connection.boundary.WorkOrder;
import uplink.connection.boundary.WorkOrderRow;
import uplink.connection.boundary.WorkOrders;
import uplink.shared.Page;

/** Visits to applicants. */
@Path("admin/work-orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Work orders",
        description = "Visits to applicants: what is looked at, photos, the signature, the connection.")
public class WorkOrderResource {

    private static final String OVER = "invalid-state: the visit is over.";
    private static final String NONE = "No such visit of the caller's crew.";

    @Inject
    private WorkOrders orders;

    @GET
    @Operation(operationId = "listWorkOrders", summary = "Visits of my crew, by day and hour")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(
            responseCode = "200",
            description =
                    "Of a week from today, unless asked otherwise. Whoever may read applications sees all crews'.")
    public Page<WorkOrderRow> list(
            @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        return Page.whole(orders.list(from, to));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWorkOrder", summary = "A visit with all that belongs to it")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "The visit.")
    @APIResponse(responseCode = "404", description = NONE)
    public Versioned<WorkOrder> get(@PathParam("id") UUID id) {
        return versioned(orders.get(id));
    }

    @PUT
    @Path("{id}/checklist/{no}")
    @Operation(operationId = "checkWorkOrderItem", summary = "Something was looked at, or was not after all")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "The visit.")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = OVER)
    public Versioned<WorkOrder> check(@PathParam("id") UUID id, @PathParam("no") int no, CheckRequest wish) {
        return versioned(orders.check(id, no, wish.done()));
    }

    @POST
    @Path("{id}/photos")
    @Consumes({"image/jpeg", "image/png"})
    @Operation(
            operationId = "addWorkOrderPhoto",
            summary = "Add a photo",
            description = "JPEG or PNG by what is in it, at most 5 MiB; at most ten.")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "The visit.")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = OVER)
    public Versioned<WorkOrder> addPhoto(@PathParam("id") UUID id, byte[] content) {
        return versioned(orders.addPhoto(id, content));
    }

    @POST
    @Path("{id}/signature")
    @Consumes({"image/png", "image/jpeg"})
    @Operation(
            operationId = "signWorkOrder",
            summary = "The applicant signs the contract",
            description = "At most 200 KiB; in place of a signature before.")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "The visit.")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = OVER)
    public Versioned<WorkOrder> sign(@PathParam("id") UUID id, byte[] content) {
        return versioned(orders.sign(id, content));
    }

    @GET
    @Path("{id}/pictures/{pictureId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getWorkOrderPicture", summary = "A photo, or the signature")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(
            responseCode = "200",
            description = "The picture, to be saved.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(implementation = byte[].class)))
    @APIResponse(responseCode = "404", description = NONE)
    public Response picture(@PathParam("id") UUID id, @PathParam("pictureId") UUID picture) {
        PictureContent found = orders.findPicture(id, picture);
        String suffix = found.mediaType().equals("image/png") ? ".png" : ".jpg";
        return Response.ok(found.content(), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + picture + suffix + "\"")
                .build();
    }

    @DELETE
    @Path("{id}/pictures/{pictureId}")
    @Operation(operationId = "removeWorkOrderPicture", summary = "A photo was a mistake")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "The visit.")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = OVER)
    public Versioned<WorkOrder> removePicture(@PathParam("id") UUID id, @PathParam("pictureId") UUID picture) {
        return versioned(orders.removePicture(id, picture));
    }

    @POST
    @Path("{id}/complete")
    @Operation(
            operationId = "completeWorkOrder",
            summary = "The applicant is connected: scheduled → installed",
            description = "Customer, contract, service from today on and devices, all or nothing; announced"
                    + " (customer.application.installed). The next bill run bills from today on.")
    @Extension(name = "x-permission", value = "workorder:work")
    @APIResponse(responseCode = "200", description = "Done.")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(
            responseCode = "409",
            description = "stale: somebody changed it in the meantime. " + OVER
                    + " device-not-available: a device has moved.")
    @APIResponse(
            responseCode = "422",
            description = "not-allowed: something required was not looked at, the contract is not signed, there is no"
                    + " tariff, or a device cannot be sold or let.")
    public Versioned<WorkOrder> complete(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Completion told) {
        return versioned(orders.complete(id, EntityTags.expected(ifMatch), told));
    }

    private static Versioned<WorkOrder> versioned(WorkOrder order) {
        return Versioned.of(order, order.facts().version());
    }
}

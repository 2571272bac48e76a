package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Requests;
import uplink.notification.boundary.PushDevice;
import uplink.notification.boundary.PushDevices;
import uplink.notification.boundary.PushOffer;

/** On which devices the signed-in customer takes push messages. */
@Path("notifications/devices")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "What the customer was told.")
public class PushDeviceResource {

    @Inject
    private PushDevices devices;

    @Context
    private HttpServletRequest request;

    @GET
    @Operation(
            operationId = "listPushDevices",
            summary = "Own devices that take push messages, and what is needed to register another")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "All of them, at most twenty, newest first.")
    public PushOffer list() {
        return devices.own();
    }

    @POST
    @Operation(
            operationId = "registerPushDevice",
            summary = "Take push messages on this device",
            description =
                    "token is what FCM or APNs gave the app, or of Web Push the subscription's endpoint, with its keys"
                            + " (PushSubscription.toJSON). One token belongs to one user: who registers it last. The"
                            + " device gets messages until it is removed, its service does not know it any more, or the"
                            + " session ends that registered it. Register again after each sign-in.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "The device; the same as before when the own user had registered the token.",
            content = @Content(schema = @Schema(implementation = PushDevice.class)))
    public Response register(PushDeviceRequest wanted) {
        PushDevice device = devices.register(
                wanted.registration(), Requests.signedIn(request).session());
        return Response.created(URI.create("notifications/devices/" + device.id()))
                .entity(device)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removePushDevice", summary = "No more push messages on a device")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "204", description = "Removed.")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public Response remove(@PathParam("id") UUID id) {
        devices.remove(id);
        return Response.noContent().build();
    }
}

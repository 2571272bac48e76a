package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import uplink.api.http.RequestLanguage;
import uplink.notification.boundary.Notifications;
import uplink.shared.PageRequest;

/** The signed-in customer's notifications. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "What the customer was told.")
public class NotificationResource {

    @Inject
    private Notifications notifications;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listNotifications", summary = "Own notifications, newest first")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "A page of notifications and how many are unread.")
    public NoticeList list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return NoticeList.of(
                notifications.list(PageRequest.of(limit, cursor)), notifications.unread(), language.locale());
    }

    @POST
    @Path("{id}/read")
    @Operation(operationId = "readNotification", summary = "Mark a notification as read")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "204", description = "It is read, now or since before.")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public void read(@PathParam("id") UUID id) {
        notifications.read(id);
    }
}

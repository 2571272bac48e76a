package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.RequestLanguage;
import uplink.api.http.Requests;
import uplink.api.http.Versioned;
import uplink.notification.boundary.NoticePreferences;
import uplink.notification.boundary.NoticePreferencesChange;
import uplink.notification.boundary.Notifications;
import uplink.notification.boundary.OwnNoticePreferences;
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
    private OwnNoticePreferences preferences;

    @Context
    private HttpServletRequest request;

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

    @GET
    @Path("preferences")
    @Operation(
            operationId = "getNotificationPreferences",
            summary = "What I want to hear of, by which ways and when",
            description = "Everything is in the list of notifications in any case.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "Every topic with its ways.")
    public Versioned<NoticePreferences> preferences() {
        NoticePreferences now = preferences.get();
        return Versioned.of(now, now.version());
    }

    @PUT
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setNotificationPreferences",
            summary = "Choose what to hear of, by which ways and when",
            description = "Topics and ways that are not named are as they are delivered. What is mandatory cannot be"
                    + " switched off. Quiet hours hold back short messages and pushes, not letters.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "As it is now.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<NoticePreferences> setPreferences(
            @HeaderParam("If-Match") @Nullable String ifMatch, NoticePreferencesChange wanted) {
        NoticePreferences now = preferences.set(
                wanted, EntityTags.expected(ifMatch), Requests.signedIn(request).session());
        return Versioned.of(now, now.version());
    }
}

package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.api.http.RequestLanguage;
import uplink.notification.boundary.NoticeTopic;
import uplink.notification.boundary.Unsubscribing;
import uplink.shared.BrowserHeaders;

/** The link that is in each letter which is not mandatory: mail programs post to it, people open it. */
@Path("notifications/unsubscribe")
@RequestScoped
@Tag(name = "Notifications", description = "What the customer was told.")
public class UnsubscribeResource {

    @Inject
    private Unsubscribing unsubscribing;

    @Inject
    private RequestLanguage language;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @GET
    @Produces(UnsubscribePage.TYPE)
    @Guarded(value = "unsubscribe", machine = true)
    @Operation(
            operationId = "askToUnsubscribe",
            summary = "The page behind the link of a letter",
            description =
                    "It says what would be stopped and has one button, which posts to the same address. Opening it"
                            + " stops nothing: programs that look at links in letters open them, too.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "The page, in the reader's language; it says so when the link was not made here.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public String ask(@QueryParam("token") @Nullable String token) {
        response.setHeader(BrowserHeaders.POLICY, UnsubscribePage.POLICY);
        return unsubscribing
                .findTopic(token == null ? "" : token)
                .map(topic -> UnsubscribePage.question(topic, language.locale()))
                .orElseGet(() -> UnsubscribePage.refusal(language.locale()));
    }

    @POST
    @Produces({MediaType.APPLICATION_JSON, UnsubscribePage.TYPE})
    @Guarded(value = "unsubscribe", machine = true)
    @Operation(
            operationId = "unsubscribe",
            summary = "Stop letters about a topic, by the link that is in each of them",
            description =
                    "For mail programs (RFC 8058): the header List-Unsubscribe of a letter holds this address with"
                            + " its token. Whatever is in the body is not read. A browser gets a page that says so.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "204", description = "No more of them, now or since before.")
    @APIResponse(
            responseCode = "200",
            description = "The same for whoever takes text/html.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response unsubscribe(@QueryParam("token") @Nullable String token) {
        NoticeTopic topic = unsubscribing.stop(token == null ? "" : token);
        String wanted = request.getHeader("Accept");
        if (wanted == null || !wanted.contains(MediaType.TEXT_HTML)) {
            return Response.noContent().build();
        }
        response.setHeader(BrowserHeaders.POLICY, UnsubscribePage.POLICY);
        return Response.ok(UnsubscribePage.answer(topic, language.locale()), UnsubscribePage.TYPE)
                .build();
    }
}

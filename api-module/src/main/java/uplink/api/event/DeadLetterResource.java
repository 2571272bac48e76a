package uplink.api.event;

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
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.events.DeadLetter;
import uplink.shared.events.DeadLetters;

/** Messages that consumers of events gave up on. */
@Path("admin/dead-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Events and what became of them.")
public class DeadLetterResource {

    @Inject
    private DeadLetters letters;

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Dead letters, newest first")
    @Extension(name = "x-permission", value = "event:admin")
    @APIResponse(responseCode = "200", description = "A page of dead letters, replayed ones too.")
    public Page<DeadLetter> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return letters.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter with the event as it came and the reason")
    @Extension(name = "x-permission", value = "event:admin")
    @APIResponse(responseCode = "200", description = "The dead letter.")
    @APIResponse(responseCode = "404", description = "No such dead letter.")
    public DeadLetter get(@PathParam("id") UUID id) {
        return letters.get(id);
    }

    @POST
    @Path("{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Give the event to its consumer again, now")
    @Extension(name = "x-permission", value = "event:admin")
    @APIResponse(responseCode = "200", description = "It had its effect, now or before.")
    @APIResponse(responseCode = "404", description = "No such dead letter.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the message cannot be read, its consumer is gone, or it failed again.")
    public DeadLetter replay(@PathParam("id") UUID id) {
        return letters.replay(id);
    }
}

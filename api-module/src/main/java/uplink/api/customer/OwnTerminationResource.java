package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.billing.run.boundary.EndPreview;
import uplink.billing.run.boundary.PreviewedEnd;
import uplink.billing.subscription.boundary.Termination;
import uplink.billing.subscription.boundary.TerminationWish;
import uplink.billing.subscription.boundary.Terminations;

/** The signed-in customer wants to leave. */
@Path("me/contracts/{contractId}/termination")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service", description = "What customers do for themselves.")
@APIResponse(responseCode = "404", description = "There is no such contract of mine.")
public class OwnTerminationResource {

    @Inject
    private Terminations terminations;

    @Inject
    private EndPreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "getMyTermination", summary = "What I have asked for about the end of a contract")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The wish and what became of it, or nothing.")
    public TerminationState get(@PathParam("contractId") UUID contract) {
        return new TerminationState(terminations.own(contract).orElse(null));
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewMyTermination",
            summary = "What the end of a contract would bring, and what will be owed or returned; nothing is recorded")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "The final bill, and the balance after it.")
    public PreviewedEnd previewEnd(@PathParam("contractId") UUID contract, TerminationWish wish) {
        return preview.own(contract, wish.on(), language.locale());
    }

    @POST
    @Operation(operationId = "requestMyTermination", summary = "Ask for the end of a contract; staff decide")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "Asked for.",
            content = @Content(schema = @Schema(implementation = Termination.class)))
    @APIResponse(responseCode = "409", description = "invalid-state: its end is named or asked for already.")
    public Response request(@PathParam("contractId") UUID contract, TerminationWish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(terminations.request(contract, wish))
                .build();
    }

    @DELETE
    @Operation(operationId = "takeBackMyTermination", summary = "Take the wish back while it is not decided")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "Taken back.")
    @APIResponse(responseCode = "409", description = "invalid-state: nothing is asked for, or it is decided.")
    public Termination takeBack(@PathParam("contractId") UUID contract) {
        return terminations.takeBack(contract);
    }
}

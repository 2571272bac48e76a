package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import uplink.billing.run.boundary.HandoverPreview;
import uplink.billing.run.boundary.PreviewedHandover;
import uplink.billing.subscription.boundary.Handover;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;

/** A contract goes to another customer. */
@Path("admin/contracts/{id}/handover")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
@APIResponse(responseCode = "404", description = "There is no such contract, or no such customer.")
public class ContractHandoverResource {

    @Inject
    private Handovers handovers;

    @Inject
    private HandoverPreview preview;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "getHandover", summary = "How a contract is to leave its customer, or has left")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The last hand-over, or nothing.")
    public HandoverState get(@PathParam("id") UUID contract) {
        return new HandoverState(handovers.ofContract(contract).orElse(null));
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewHandover",
            summary = "What handing a contract over would bring to both; nothing is recorded")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "The final bill of the one, the first of the other.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the contract ends, or a service rests on that day.")
    public PreviewedHandover previewHandover(@PathParam("id") UUID contract, HandoverWish wish) {
        return preview.of(contract, wish, language.locale());
    }

    @POST
    @Operation(
            operationId = "handOverContract",
            summary = "Hand a contract over to another customer, there is or new",
            description =
                    "The contract ends, and the same services begin that day under a new contract of the other customer,"
                            + " with their prices, what is left of discounts, and what is planned. Charges up to that day,"
                            + " debt and credit stay with the first one. Rents of devices end that day: take the devices"
                            + " back and issue them to the other customer.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "Agreed; the bill run of that day bills both.",
            content = @Content(schema = @Schema(implementation = Handover.class)))
    @APIResponse(responseCode = "409", description = "conflict: the number of the new contract is taken.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: the contract ends, or a service rests on that day.")
    public Response handOver(@PathParam("id") UUID contract, HandoverWish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(handovers.handOver(contract, wish))
                .build();
    }

    @POST
    @Path("revoke")
    @Operation(operationId = "revokeHandover", summary = "Take a hand-over back before its day")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "The contract and its services go on.")
    @APIResponse(
            responseCode = "409",
            description = "invalid-state: nothing is to be handed over, or the day has come.")
    public Handover revoke(@PathParam("id") UUID contract, AnswerRequest wanted) {
        return handovers.revoke(contract, wanted.answer());
    }
}

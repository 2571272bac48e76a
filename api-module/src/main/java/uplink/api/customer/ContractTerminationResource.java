package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** The end of a contract, with its reason and what is still to be given back. */
@Path("admin/contracts/{id}/termination")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class ContractTerminationResource {

    @Inject
    private Terminations terminations;

    @Inject
    private EndPreview preview;

    @Inject
    private RequestLanguage language;

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewTermination",
            summary = "What the end of a contract would bring, and what will be owed or returned; nothing is recorded")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "The final bill, and the balance after it.")
    @APIResponse(responseCode = "404", description = "There is no such contract.")
    public PreviewedEnd previewEnd(@PathParam("id") UUID contract, TerminationWish wish) {
        return preview.of(contract, wish.on(), language.locale());
    }

    @POST
    @Operation(operationId = "endContract", summary = "End a contract and its services on a day")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "Agreed; the bill run of that day makes the final bill.",
            content = @Content(schema = @Schema(implementation = Termination.class)))
    @APIResponse(responseCode = "409", description = "invalid-state: its end is named or asked for already.")
    public Response end(@PathParam("id") UUID contract, TerminationRequest wanted) {
        Termination made =
                terminations.end(contract, new TerminationWish(wanted.on(), wanted.reason()), wanted.equipment());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}

package uplink.api.rating;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.billing.rating.boundary.Rating;
import uplink.billing.rating.boundary.SimulationAnswer;
import uplink.billing.rating.boundary.SimulationRequest;

/** What would be charged: nothing is written. */
@Path("rating/simulate")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rating", description = "Prices over time.")
public class RatingResource {

    @Inject
    private Rating rating;

    @Inject
    private RequestLanguage language;

    @POST
    @Operation(operationId = "simulateRating", summary = "Run a timeline through bill runs without writing anything")
    @Extension(name = "x-permission", value = "billing:simulate")
    @APIResponse(responseCode = "200", description = "The invoices that these runs would issue.")
    @APIResponse(
            responseCode = "422",
            description = "The timeline makes no sense: invalid-timeline, with the index of the offending event.")
    public SimulationAnswer simulate(SimulationRequest request) {
        return rating.simulate(request, language.locale());
    }
}

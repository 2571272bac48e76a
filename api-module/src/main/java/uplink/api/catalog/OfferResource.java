package uplink.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.catalog.boundary.TariffOffer;
import uplink.catalog.boundary.Tariffs;
import uplink.shared.Page;

/** The price list that anyone may read. */
@Path("billing/tariffs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "What is sold.")
public class OfferResource {

    @Inject
    private Tariffs tariffs;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "listOffers", summary = "The tariffs that are offered today, by code")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "200", description = "All of them; there is no further page.")
    public Page<TariffOffer> list() {
        return Page.whole(tariffs.offered(language.locale()));
    }
}

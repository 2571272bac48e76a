package uplink.api.network;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.RequestLanguage;
import uplink.network.boundary.NetworkStatus;
import uplink.network.boundary.OutageNotice;
import uplink.shared.Page;

/** How the network is, for anyone who asks. */
@Path("status/outages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network", description = "Where service is down.")
public class StatusResource {

    @Inject
    private NetworkStatus status;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(
            operationId = "listOutageNotices",
            summary = "Outages that last or are planned where an address may be",
            description =
                    "The address is text as people write it: city, street, house and flat in any order, each of them"
                            + " may be missing. Without an address, all of them.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "200", description = "The earliest first, at most a hundred; there is no further page.")
    public Page<OutageNotice> list(@QueryParam("address") @Nullable String address) {
        return Page.whole(status.listOutages(address, language.locale()));
    }
}

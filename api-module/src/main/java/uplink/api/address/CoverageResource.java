package uplink.api.address;

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
import uplink.address.boundary.Coverage;
import uplink.address.boundary.Feasibility;

/** What can be connected at an address, for anyone who asks. */
@Path("coverage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
public class CoverageResource {

    @Inject
    private Coverage coverage;

    @GET
    @Operation(
            operationId = "getFeasibility",
            summary = "Whether somebody can be connected at an address, and by what",
            description =
                    "The address is text as people write it: city, street and house in any order. yes: now. planned: it is"
                            + " to come. no: the house is known, and nothing is there or to come. unknown: the address was"
                            + " not understood, or of its house nothing is known.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "200", description = "What was understood, and what is there.")
    public Feasibility get(@QueryParam("address") @Nullable String address) {
        return coverage.at(address);
    }
}

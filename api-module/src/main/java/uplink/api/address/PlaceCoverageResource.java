package uplink.api.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.NewCoverage;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.shared.Page;

/** What is said of a place. */
@Path("admin/places/{id}/coverage")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
@APIResponse(responseCode = "404", description = "No such place.")
public class PlaceCoverageResource {

    @Inject
    private Coverage coverage;

    @GET
    @Operation(operationId = "listCoverage", summary = "All that was said of a place itself, ended or not")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "The latest first.")
    public Page<CoverageRow> list(@PathParam("id") UUID place) {
        return Page.whole(coverage.list(place));
    }

    @GET
    @Path("in-force")
    @Operation(operationId = "listCoverageInForce", summary = "What holds at a place today, wherever it was said")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "One for each technology.")
    public Page<CoverageRow> listInForce(@PathParam("id") UUID place) {
        return Page.whole(coverage.listInForce(place));
    }

    @PUT
    @Operation(
            operationId = "setCoverage",
            summary = "Say what holds for a technology at a place from now on",
            description =
                    "Instead of what was said of that technology there before; If-Match is the version of that. With"
                            + " neither date it is known not to be there, whatever is said of the larger place.")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "200", description = "Said.")
    @APIResponse(responseCode = "409", description = "stale: somebody said something else in the meantime.")
    public Versioned<CoverageRow> set(
            @PathParam("id") UUID place, @HeaderParam("If-Match") @Nullable String ifMatch, NewCoverage wanted) {
        CoverageRow row = coverage.set(place, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(row, row.version());
    }
}

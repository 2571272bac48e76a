package uplink.api.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;

/** What is said of one technology at a place. */
@Path("admin/coverage/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
@APIResponse(responseCode = "404", description = "Nothing of that id.")
public class CoverageRowResource {

    @Inject
    private Coverage coverage;

    @GET
    @Operation(operationId = "getCoverage", summary = "What is said of a technology at a place")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "What is said.")
    public Versioned<CoverageRow> get(@PathParam("id") UUID id) {
        CoverageRow row = coverage.get(id);
        return Versioned.of(row, row.version());
    }

    @POST
    @Path("end")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "endCoverage", summary = "From today on, what is said of the larger place holds")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "200", description = "Ended today.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed or ended it in the meantime.")
    public Versioned<CoverageRow> end(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        CoverageRow ended = coverage.end(id, EntityTags.expected(ifMatch));
        return Versioned.of(ended, ended.version());
    }
}

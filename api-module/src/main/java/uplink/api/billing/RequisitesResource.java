package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.billing.requisites.boundary.Requisites;

/** Who is paid. */
@Path("admin/requisites")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class RequisitesResource {

    @Inject
    private ProviderRequisites requisites;

    @GET
    @Operation(operationId = "getRequisites", summary = "The provider's bank details")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The details.")
    @APIResponse(responseCode = "404", description = "Nobody has entered them yet.")
    public Versioned<Requisites> get() {
        Requisites kept = requisites.get();
        return Versioned.of(kept, version(kept));
    }

    @PUT
    @Operation(
            operationId = "replaceRequisites",
            summary = "Enter the provider's bank details",
            description = "Check digits of the taxpayer number and of both accounts are looked at.")
    @Extension(name = "x-permission", value = "payment:configure")
    @APIResponse(responseCode = "200", description = "Kept.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed them in the meantime.")
    public Versioned<Requisites> replace(@HeaderParam("If-Match") @Nullable String ifMatch, Requisites wanted) {
        Requisites kept = requisites.replace(EntityTags.expected(ifMatch), wanted);
        return Versioned.of(kept, version(kept));
    }

    private static int version(Requisites kept) {
        return kept.version() == null ? 0 : kept.version();
    }
}

package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Offsets;
import uplink.customer.boundary.Dismissal;
import uplink.customer.boundary.Duplicate;
import uplink.customer.boundary.DuplicateQuery;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateStrength;
import uplink.customer.boundary.Duplicates;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Customers who may be one and the same. */
@Path("admin/duplicates")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class DuplicateResource {

    @Inject
    private Duplicates duplicates;

    @GET
    @Operation(
            operationId = "listDuplicates",
            summary = "Customers who may be one and the same, the strongest first",
            description =
                    "Found at night by a tax number, a document of identity, a telephone, an e-mail, or name and home that"
                            + " they share. With `dismissed` those of which somebody has said that they are not the same, the last first.")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<Duplicate> list(
            @QueryParam("dismissed") @Nullable Boolean dismissed,
            @QueryParam("strength") @Nullable DuplicateStrength strength,
            @QueryParam("reason") @Nullable DuplicateReason reason,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageRequest.of(limit, null).limit();
        int first = Offsets.of(cursor);
        DuplicateQuery query = new DuplicateQuery(Boolean.TRUE.equals(dismissed), strength, reason);
        return Page.of(duplicates.list(query, first, size + 1), size, last -> Integer.toString(first + size));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDuplicate", summary = "Two customers who may be the same")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "Both of them, and what they share.")
    @APIResponse(responseCode = "404", description = "There is no such suggestion.")
    public Duplicate get(@PathParam("id") UUID id) {
        return duplicates.get(id);
    }

    @POST
    @Path("{id}/dismiss")
    @Operation(operationId = "dismissDuplicate", summary = "Say that they are not the same; it is remembered")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Dismissed.")
    @APIResponse(responseCode = "404", description = "There is no such suggestion.")
    @APIResponse(responseCode = "409", description = "invalid-state: that is known.")
    public Duplicate dismiss(@PathParam("id") UUID id, Dismissal dismissal) {
        return duplicates.dismiss(id, dismissal);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(operationId = "reopenDuplicate", summary = "Say that they may be the same after all")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Suggested again.")
    @APIResponse(responseCode = "404", description = "There is no such suggestion.")
    @APIResponse(responseCode = "409", description = "invalid-state: nobody has said otherwise.")
    public Duplicate reopen(@PathParam("id") UUID id) {
        return duplicates.reopen(id);
    }
}

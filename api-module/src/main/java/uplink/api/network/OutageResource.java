package uplink.api.network;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.network.boundary.AffectedCustomer;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.network.boundary.PlaceCount;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Outages, for staff. */
@Path("admin/outages")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network", description = "Where service is down.")
public class OutageResource {

    private static final String CHANGED = "stale: somebody changed it in the meantime. invalid-state: ";

    @Inject
    private Outages outages;

    @GET
    @Operation(operationId = "listOutages", summary = "Outages that last, are planned or are over")
    @Extension(name = "x-permission", value = "outage:read")
    @APIResponse(responseCode = "200", description = "Newest first.")
    public Page<Outage> list(
            @QueryParam("status") @Nullable OutageStatus status,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return outages.page(status, text, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOutage", summary = "An outage")
    @Extension(name = "x-permission", value = "outage:read")
    @APIResponse(responseCode = "200", description = "The outage.")
    @APIResponse(responseCode = "404", description = "No such outage.")
    public Versioned<Outage> get(@PathParam("id") UUID id) {
        Outage outage = outages.get(id);
        return Versioned.of(outage, outage.version());
    }

    @GET
    @Path("{id}/customers")
    @Operation(operationId = "listAffectedCustomers", summary = "Who has active services at the places of an outage")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "As it is now; newest customers first.")
    @APIResponse(responseCode = "404", description = "No such outage.")
    public Page<AffectedCustomer> customers(
            @PathParam("id") UUID id,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return outages.pageAffected(id, text, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewOutagePlaces",
            summary = "How many customers there are at places, written nowhere yet")
    @Extension(name = "x-permission", value = "outage:read")
    @APIResponse(responseCode = "200", description = "In the order of the question, each place once.")
    public Page<PlaceCount> preview(PlacesRequest wanted) {
        return Page.whole(outages.countAt(wanted.places()));
    }

    @POST
    @Operation(
            operationId = "declareOutage",
            summary = "Say that service is down, or is going to be",
            description = "What starts now or has started is current at once and announced (network.outage.started);"
                    + " what is planned is when its time comes.")
    @Extension(name = "x-permission", value = "outage:write")
    @APIResponse(responseCode = "201", description = "Declared.")
    public Versioned<Outage> declare(NewOutage wanted) {
        Outage made = outages.declare(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(
            operationId = "replaceOutage",
            summary = "Other places, another reason, another time: while it is not over")
    @Extension(name = "x-permission", value = "outage:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = CHANGED + "it is over.")
    public Versioned<Outage> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewOutage wanted) {
        Outage changed = outages.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "endOutage", summary = "Service is back")
    @Extension(name = "x-permission", value = "outage:write")
    @APIResponse(responseCode = "200", description = "Ended now, and announced (network.outage.ended).")
    @APIResponse(responseCode = "409", description = CHANGED + "it has not begun, or is over.")
    public Versioned<Outage> end(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Outage ended = outages.end(id, EntityTags.expected(ifMatch));
        return Versioned.of(ended, ended.version());
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "withdrawOutage", summary = "What was planned does not happen")
    @Extension(name = "x-permission", value = "outage:write")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    @APIResponse(responseCode = "409", description = CHANGED + "it has begun, or is over.")
    public Versioned<Outage> withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Outage withdrawn = outages.withdraw(id, EntityTags.expected(ifMatch));
        return Versioned.of(withdrawn, withdrawn.version());
    }
}

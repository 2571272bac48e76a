package uplink.api.address;

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
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceChange;
import uplink.address.boundary.PlaceMerge;
import uplink.address.boundary.Places;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The tree of places. */
@Path("admin/places")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
public class PlaceResource {

    private static final String STALE = "stale: somebody changed it in the meantime.";

    @Inject
    private Places places;

    @GET
    @Operation(operationId = "listPlaces", summary = "What lies within a place; without one, what lies within nothing")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "Larger ones first, then by name, numbers by their value.")
    public Page<Place> list(
            @QueryParam("parentId") @Nullable UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return places.page(parent, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("search")
    @Operation(
            operationId = "searchPlaces",
            summary = "Places that somebody who is still typing may mean",
            description = "Words of city and street, whole or begun, in any order; with a number, houses.")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "The likeliest first, at most fifty; there is no further page.")
    public Page<FoundPlace> search(
            @QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable Integer limit) {
        return Page.whole(places.search(text, PageRequest.of(limit, null).limit()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPlace", summary = "A place")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "The place.")
    @APIResponse(responseCode = "404", description = "No such place.")
    public Versioned<Place> get(@PathParam("id") UUID id) {
        Place place = places.get(id);
        return Versioned.of(place, place.version());
    }

    @POST
    @Operation(operationId = "addPlace", summary = "Add a place by hand")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: there is one of that name already.")
    public Versioned<Place> add(NewPlace wanted) {
        Place made = places.add(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replacePlace", summary = "Rename a place, move it, or say that it is no more")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "No such place.")
    @APIResponse(responseCode = "409", description = "conflict: there is one of that name already.")
    @APIResponse(responseCode = "409", description = STALE)
    public Versioned<Place> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, PlaceChange change) {
        Place changed = places.replace(id, EntityTags.expected(ifMatch), change);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/merge")
    @Operation(
            operationId = "mergePlace",
            summary = "Say that a place is another one",
            description = "All that lies within it and is said of it goes over; what is said of the other one stays.")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "200", description = "The other one.")
    @APIResponse(responseCode = "404", description = "No such place.")
    @APIResponse(responseCode = "409", description = STALE)
    @APIResponse(responseCode = "409", description = "invalid-state: it is no more.")
    @APIResponse(responseCode = "422", description = "not-allowed: too much lies within it.")
    public Versioned<Place> merge(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, PlaceMerge merge) {
        Place into = places.merge(id, EntityTags.expected(ifMatch), merge);
        return Versioned.of(into, into.version());
    }
}

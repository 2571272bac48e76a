package uplink.api.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import uplink.address.boundary.HouseNote;
import uplink.address.boundary.HouseNotes;
import uplink.address.boundary.NewHouseNote;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.shared.Page;

/** What whoever comes to a house should know. */
@Path("admin/places/{id}/notes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "Places as a tree, and what can be connected there.")
@APIResponse(responseCode = "404", description = "No such house or note.")
public class HouseNotesResource {

    private static final String TAKEN = "conflict: there is a note for that entrance and floor.";

    @Inject
    private HouseNotes notes;

    @GET
    @Operation(operationId = "listHouseNotes", summary = "What whoever comes to a house should know")
    @Extension(name = "x-permission", value = "address:read")
    @APIResponse(responseCode = "200", description = "Of the whole house first, then by entrance and floor.")
    public Page<HouseNote> list(@PathParam("id") UUID house) {
        return Page.whole(notes.list(house));
    }

    @POST
    @Operation(operationId = "addHouseNote", summary = "Keep a note on a house, an entrance or a floor")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "201", description = "Kept.")
    @APIResponse(responseCode = "409", description = TAKEN)
    public Versioned<HouseNote> add(@PathParam("id") UUID house, NewHouseNote wanted) {
        HouseNote made = notes.add(house, wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{note}")
    @Operation(operationId = "replaceHouseNote", summary = "Write a note anew")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = TAKEN)
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<HouseNote> replace(
            @PathParam("id") UUID house,
            @PathParam("note") UUID note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewHouseNote wanted) {
        HouseNote changed = notes.replace(house, note, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @DELETE
    @Path("{note}")
    @Operation(operationId = "removeHouseNote", summary = "Forget a note")
    @Extension(name = "x-permission", value = "address:write")
    @APIResponse(responseCode = "204", description = "Forgotten.")
    public void remove(@PathParam("id") UUID house, @PathParam("note") UUID note) {
        notes.remove(house, note);
    }
}

package uplink.api.connection;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.NewCrew;
import uplink.connection.boundary.NewShifts;
import uplink.shared.Page;

/** Crews and their shifts. */
@Path("admin/crews")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crews", description = "Who goes out to customers, and when.")
public class CrewResource {

    @Inject
    private Crews crews;

    @GET
    @Operation(operationId = "listCrews", summary = "All crews, by name")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "Those that go out first.")
    public Page<Crew> list() {
        return Page.whole(crews.list());
    }

    @POST
    @Operation(
            operationId = "createCrew",
            summary = "Add a crew",
            description = "A technician goes with one crew only.")
    @Extension(name = "x-permission", value = "crew:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: there is a crew of this name.")
    public Versioned<Crew> create(NewCrew wanted) {
        Crew made = crews.create(wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCrew", summary = "A crew")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "The crew.")
    @APIResponse(responseCode = "404", description = "No such crew.")
    public Versioned<Crew> get(@PathParam("id") UUID id) {
        Crew crew = crews.get(id);
        return Versioned.of(crew, crew.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replaceCrew", summary = "Say what a crew shall be from now on")
    @Extension(name = "x-permission", value = "crew:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "No such crew.")
    @APIResponse(responseCode = "409", description = "conflict: there is a crew of this name.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Crew> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewCrew wanted) {
        Crew changed = crews.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @GET
    @Path("shifts")
    @Operation(operationId = "listShifts", summary = "When crews go out, and how full that is")
    @Extension(name = "x-permission", value = "application:read")
    @APIResponse(responseCode = "200", description = "By day and hour: a week from today, unless asked otherwise.")
    public Page<CrewShift> shifts(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("crewId") @Nullable UUID crew) {
        return Page.whole(crews.listShifts(from, to, crew));
    }

    @POST
    @Path("{id}/shifts")
    @Operation(
            operationId = "planShifts",
            summary = "A crew goes out at the same hours on some days",
            description = "On days on which it is out at that time already nothing is changed.")
    @Extension(name = "x-permission", value = "crew:write")
    @APIResponse(responseCode = "200", description = "The crew's shifts on these days.")
    @APIResponse(responseCode = "404", description = "No such crew.")
    @APIResponse(responseCode = "409", description = "conflict: it is out at that time on all of them.")
    public Page<CrewShift> plan(@PathParam("id") UUID id, NewShifts wanted) {
        return Page.whole(crews.plan(id, wanted));
    }

    @DELETE
    @Path("{id}/shifts/{shiftId}")
    @Operation(operationId = "unplanShift", summary = "A shift without appointments does not happen")
    @Extension(name = "x-permission", value = "crew:write")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "404", description = "The crew has no such shift.")
    @APIResponse(responseCode = "409", description = "invalid-state: visits are or were appointed in it.")
    public void unplan(@PathParam("id") UUID id, @PathParam("shiftId") UUID shift) {
        crews.unplan(id, shift);
    }
}

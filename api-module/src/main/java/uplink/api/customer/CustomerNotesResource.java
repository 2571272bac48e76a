package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.NewNote;
import uplink.customer.boundary.Note;
import uplink.customer.boundary.NoteChange;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** What colleagues should know about a customer. */
@Path("admin/customers/{id}/notes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class CustomerNotesResource {

    @Inject
    private CustomerNotes notes;

    @GET
    @Operation(operationId = "listNotes", summary = "Notes about a customer, newest first")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<Note> list(
            @PathParam("id") UUID customer,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return notes.page(customer, PageRequest.of(limit, cursor));
    }

    @POST
    @Operation(
            operationId = "writeNote",
            summary = "Write a note about a customer",
            description = "It is the caller's for good and cannot be thrown away. Numbers of cards in it are masked.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "201", description = "Written.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Versioned<Note> write(@PathParam("id") UUID customer, NewNote wanted) {
        Note made = notes.write(customer, wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{noteId}")
    @Operation(operationId = "getNote", summary = "A note about a customer")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The note.")
    @APIResponse(responseCode = "404", description = "There is no such note about the customer.")
    public Versioned<Note> get(@PathParam("id") UUID customer, @PathParam("noteId") UUID id) {
        Note found = notes.get(customer, id);
        return Versioned.of(found, found.version());
    }

    @PATCH
    @Path("{noteId}")
    @Operation(
            operationId = "changeNote",
            summary = "Put a note right, or pin it",
            description = "The text is changed by who wrote it only; anybody who may change customers pins it.")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "403", description = "forbidden: somebody else wrote it.")
    @APIResponse(responseCode = "404", description = "There is no such note about the customer.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<Note> change(
            @PathParam("id") UUID customer,
            @PathParam("noteId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NoteChange wanted) {
        Note changed = notes.change(customer, id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }
}

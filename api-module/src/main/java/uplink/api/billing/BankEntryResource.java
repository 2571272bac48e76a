package uplink.api.billing;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Idempotent;
import uplink.billing.statement.boundary.BankDesk;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankMatch;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.billing.statement.boundary.Share;
import uplink.billing.statement.boundary.Suggestion;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The desk for money that did not match by itself. */
@Path("admin/bank-entries")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank", description = "Statements of banks, and whose the money in them is.")
public class BankEntryResource {

    /** To whom an entry is given. */
    @Schema(description = "Shares that together are the entry.")
    public record Assignment(List<Share> shares) {}

    /** Why. */
    @Schema(description = "The reason, for whoever reads it later.")
    public record Why(@Schema(required = true, maxLength = 500, example = "Rent of the garage") String reason) {}

    /** An entry, what it became, and whose it may be. */
    public record EntryAnswer(BankEntry entry, List<BankMatch> matches, List<Suggestion> suggestions) {}

    @Inject
    private BankDesk desk;

    @GET
    @Operation(operationId = "listBankEntries", summary = "Entries of statements, newest first")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<BankEntry> list(
            @QueryParam("status") @Nullable EntryStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.page(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBankEntry", summary = "An entry, what it became, and whose it may be")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The entry; suggestions while it waits, the likeliest first.")
    @APIResponse(responseCode = "404", description = "No such entry.")
    public EntryAnswer get(@PathParam("id") UUID id) {
        return new EntryAnswer(desk.get(id), desk.listMatches(id), desk.listSuggestions(id));
    }

    @POST
    @Path("{id}/assign")
    @Idempotent
    @Operation(
            operationId = "assignBankEntry",
            summary = "Give a waiting entry to a customer, or split it between some")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(responseCode = "200", description = "The entry, matched; each share is a payment.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public BankEntry assign(@PathParam("id") UUID id, Assignment assignment) {
        return desk.assign(id, assignment.shares());
    }

    @POST
    @Path("{id}/set-aside")
    @Idempotent
    @Operation(operationId = "setBankEntryAside", summary = "Say that a waiting entry is no customer's money")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(responseCode = "200", description = "The entry.")
    @APIResponse(responseCode = "409", description = "invalid-state: it does not wait.")
    public BankEntry setAside(@PathParam("id") UUID id, Why why) {
        return desk.setAside(id, why.reason());
    }

    @POST
    @Path("{id}/undo")
    @Idempotent
    @Operation(
            operationId = "undoBankEntry",
            summary = "Take back what was decided: payments are reversed, and the entry waits")
    @Extension(name = "x-permission", value = "payment:write")
    @APIResponse(responseCode = "200", description = "The entry.")
    @APIResponse(responseCode = "409", description = "invalid-state: nothing was decided.")
    public BankEntry undo(@PathParam("id") UUID id, Why why) {
        return desk.undo(id, why.reason());
    }
}

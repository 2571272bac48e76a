package uplink.api.catalog;

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
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.ChangeRules;
import uplink.catalog.boundary.NewChangeRule;
import uplink.shared.Page;

/** How customers may change their tariff by themselves. */
@Path("admin/tariff-change-rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "Tariffs, fees, discounts, taxes.")
public class ChangeRuleResource {

    @Inject
    private ChangeRules rules;

    @GET
    @Operation(operationId = "listChangeRules", summary = "The rule for all tariffs, and those of single ones")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The one for all first, then by code of the tariff.")
    public Page<ChangeRule> list() {
        return Page.whole(rules.list());
    }

    @POST
    @Operation(operationId = "createChangeRule", summary = "Give a tariff a rule of its own")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "201", description = "Made.")
    @APIResponse(responseCode = "409", description = "conflict: the tariff has one already.")
    public Versioned<ChangeRule> create(NewChangeRule wanted) {
        ChangeRule made = rules.create(wanted);
        return Versioned.made(made, made.version());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getChangeRule", summary = "A rule")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The rule.")
    public Versioned<ChangeRule> get(@PathParam("id") UUID id) {
        ChangeRule found = rules.get(id);
        return Versioned.of(found, found.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replaceChangeRule", summary = "Say what a rule shall be from now on; its tariff stays")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<ChangeRule> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewChangeRule wanted) {
        ChangeRule changed = rules.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeChangeRule", summary = "Let the rule for all hold for the tariff again")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "204", description = "Removed.")
    @APIResponse(responseCode = "409", description = "invalid-state: the rule for all stays.")
    public void remove(@PathParam("id") UUID id) {
        rules.remove(id);
    }
}

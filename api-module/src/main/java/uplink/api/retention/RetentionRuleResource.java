package uplink.api.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionEdit;
import uplink.retention.boundary.RetentionPreview;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionRules;
import uplink.shared.Page;

/** How long things are kept. */
@Path("admin/retention/rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "How long things are kept, and what was thrown away.")
public class RetentionRuleResource {

    @Inject
    private RetentionRules rules;

    @GET
    @Operation(operationId = "listRetentionRules", summary = "All rules, in the order in which they are done")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "The rules, each with what the law or the program wants at least.")
    public Page<RetentionRule> list() {
        return Page.whole(rules.list());
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getRetentionRule", summary = "A rule")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "The rule.")
    @APIResponse(responseCode = "404", description = "No such rule.")
    public Versioned<RetentionRule> get(@PathParam("code") String code) {
        RetentionRule rule = rules.get(code);
        return Versioned.of(rule, rule.version());
    }

    @PATCH
    @Path("{code}")
    @Operation(
            operationId = "changeRetentionRule",
            summary = "Change how long something is kept, switch it on or off",
            description =
                    "`keep` is in the rule's `unit` and at least `least`. A rule that erases persons is switched on with"
                            + " a `reason` only, which becomes the basis of each erasure.")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "No such rule.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<RetentionRule> change(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, RetentionChange change) {
        RetentionRule changed = rules.update(code, EntityTags.expected(ifMatch), change);
        return Versioned.of(changed, changed.version());
    }

    @GET
    @Path("{code}/preview")
    @Operation(
            operationId = "previewRetentionRule",
            summary = "What a rule would take, and who is held by what",
            description = "Nothing is done. With `keep` it is counted as if the rule kept for so long.")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "How many, in how many nights, the first of them, and obstacles.")
    @APIResponse(responseCode = "404", description = "No such rule.")
    public RetentionPreview preview(@PathParam("code") String code, @QueryParam("keep") @Nullable Integer keep) {
        return rules.preview(code, keep);
    }

    @GET
    @Path("{code}/history")
    @Operation(operationId = "listRetentionRuleChanges", summary = "Who changed a rule when, from what to what")
    @Extension(name = "x-permission", value = "retention:manage")
    @APIResponse(responseCode = "200", description = "Newest first, the last hundred.")
    @APIResponse(responseCode = "404", description = "No such rule.")
    public Page<RetentionEdit> history(@PathParam("code") String code) {
        return Page.whole(rules.history(code));
    }
}

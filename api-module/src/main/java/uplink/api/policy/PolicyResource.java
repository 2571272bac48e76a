package uplink.api.policy;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.billing.policy.boundary.NewPolicy;
import uplink.billing.policy.boundary.Policies;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.shared.Page;

/** What follows from debt, promised payments and freezes: as data. */
@Path("admin/policies")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Dunning, promised payments, freezes, working days.")
public class PolicyResource {

    @Inject
    private Policies policies;

    @GET
    @Operation(operationId = "listPolicies", summary = "Policies by subject and rank, those in force first")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The policies.")
    public Page<Policy> list(
            @Parameter(description = "Only those of a subject.") @QueryParam("subject") @Nullable
                    PolicySubject subject) {
        return Page.whole(policies.list(subject));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPolicy", summary = "A policy with all its versions, newest first")
    @Extension(name = "x-permission", value = "catalog:read")
    @APIResponse(responseCode = "200", description = "The policy.")
    @APIResponse(responseCode = "404", description = "There is no such policy.")
    public Versioned<Policy> get(@PathParam("id") UUID id) {
        Policy policy = policies.get(id);
        return Versioned.of(policy, policy.version());
    }

    @POST
    @Operation(operationId = "createPolicy", summary = "Add a policy, with the terms of another to begin with")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: the code or the rank is taken.")
    public Versioned<Policy> create(NewPolicy wanted) {
        Policy made = policies.create(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replacePolicy", summary = "Say for whom a policy shall hold, and whether it does")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "There is no such policy.")
    @APIResponse(
            responseCode = "409",
            description = "conflict: the code or the rank is taken; stale: somebody changed it.")
    public Versioned<Policy> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewPolicy wanted) {
        Policy changed = policies.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/terms")
    @Operation(operationId = "addPolicyTerms", summary = "Add a version that begins today or later")
    @Extension(name = "x-permission", value = "catalog:write")
    @APIResponse(responseCode = "200", description = "The policy with it.")
    @APIResponse(responseCode = "404", description = "There is no such policy.")
    public Versioned<Policy> addTerms(@PathParam("id") UUID id, PolicyTerms terms) {
        Policy changed = policies.addTerms(id, terms);
        return Versioned.of(changed, changed.version());
    }
}

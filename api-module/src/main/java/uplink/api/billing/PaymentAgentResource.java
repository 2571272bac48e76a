package uplink.api.billing;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.EntityTags;
import uplink.api.http.Versioned;
import uplink.billing.terminal.boundary.AgentSecret;
import uplink.billing.terminal.boundary.NewPaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgents;
import uplink.shared.Page;

/** Who collects through terminals. */
@Path("admin/payment-agents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class PaymentAgentResource {

    @Inject
    private PaymentAgents agents;

    @GET
    @Operation(operationId = "listPaymentAgents", summary = "All agents, by code")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The agents.")
    public Page<PaymentAgent> list() {
        return Page.whole(agents.list());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPaymentAgent", summary = "An agent")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The agent.")
    @APIResponse(responseCode = "404", description = "No such agent.")
    public Versioned<PaymentAgent> get(@PathParam("id") UUID id) {
        PaymentAgent agent = agents.get(id);
        return Versioned.of(agent, agent.version());
    }

    @POST
    @Operation(operationId = "createPaymentAgent", summary = "Add an agent")
    @Extension(name = "x-permission", value = "payment:configure")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "conflict: the code is taken.")
    public Versioned<PaymentAgent> create(NewPaymentAgent wanted) {
        PaymentAgent made = agents.create(wanted);
        return Versioned.made(made, made.version());
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "replacePaymentAgent", summary = "Say what an agent shall be from now on; not its code")
    @Extension(name = "x-permission", value = "payment:configure")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "409", description = "stale: somebody changed it in the meantime.")
    public Versioned<PaymentAgent> replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewPaymentAgent wanted) {
        PaymentAgent changed = agents.replace(id, EntityTags.expected(ifMatch), wanted);
        return Versioned.of(changed, changed.version());
    }

    @POST
    @Path("{id}/secret")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "makePaymentAgentSecret", summary = "Give an agent a new secret; the one before ends")
    @Extension(name = "x-permission", value = "payment:configure")
    @APIResponse(
            responseCode = "201",
            description = "What it proves itself with, told only here.",
            content = @Content(schema = @Schema(implementation = AgentSecret.class)))
    public Response makeSecret(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(agents.makeSecret(id))
                .build();
    }

    @DELETE
    @Path("{id}/secret")
    @Operation(
            operationId = "dropPaymentAgentSecret",
            summary = "From now on the agent is known by its addresses alone")
    @Extension(name = "x-permission", value = "payment:configure")
    @APIResponse(responseCode = "200", description = "The agent.")
    public PaymentAgent dropSecret(@PathParam("id") UUID id) {
        return agents.dropSecret(id);
    }
}

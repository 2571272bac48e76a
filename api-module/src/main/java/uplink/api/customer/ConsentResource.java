package uplink.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import uplink.customer.boundary.Consent;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.Withdrawal;
import uplink.shared.Page;

/** What customers have consented to. */
@Path("admin/customers/{id}/consents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Customers, contracts, subscriptions.")
public class ConsentResource {

    @Inject
    private Consents consents;

    @GET
    @Operation(operationId = "listConsents", summary = "What a customer has consented to, newest first")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "All of them, those that were withdrawn included.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public Page<Consent> list(@PathParam("id") UUID customer) {
        return Page.whole(consents.ofCustomer(customer));
    }

    @POST
    @Operation(operationId = "giveConsent", summary = "Record a consent")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = Consent.class)))
    @APIResponse(responseCode = "404", description = "No such customer.")
    @APIResponse(responseCode = "409", description = "conflict: such a consent is in force.")
    public Response give(@PathParam("id") UUID customer, NewConsent wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(consents.give(customer, wanted))
                .build();
    }

    @POST
    @Path("{consentId}/withdraw")
    @Operation(operationId = "withdrawConsent", summary = "Record that a consent was withdrawn")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    @APIResponse(responseCode = "404", description = "The customer has given no such consent.")
    @APIResponse(responseCode = "409", description = "invalid-state: it was withdrawn before.")
    public Consent withdraw(@PathParam("id") UUID customer, @PathParam("consentId") UUID id, Withdrawal wanted) {
        return consents.withdraw(customer, id, wanted);
    }
}

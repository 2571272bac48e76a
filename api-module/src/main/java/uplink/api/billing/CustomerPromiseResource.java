package uplink.api.billing;

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
import uplink.api.http.Idempotent;
import uplink.api.http.RequestLanguage;
import uplink.billing.promise.boundary.GivenPromise;
import uplink.billing.promise.boundary.PromiseOffer;
import uplink.billing.promise.boundary.Promises;

/** Staff takes a customer's word. */
@Path("admin/customers/{id}/promised-payment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who is served, where, under which contract.")
public class CustomerPromiseResource {

    @Inject
    private Promises promises;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(
            operationId = "getCustomerPromise",
            summary = "Whether a customer can have a promised payment, and on which terms")
    @Extension(name = "x-permission", value = "customer:read")
    @APIResponse(responseCode = "200", description = "The terms, and the promise that lasts.")
    @APIResponse(responseCode = "404", description = "No such customer.")
    public PromiseOffer offer(@PathParam("id") UUID id) {
        return promises.getOffer(id, language.locale());
    }

    @POST
    @Idempotent
    @Operation(operationId = "takeCustomerPromise", summary = "Take a customer's word: service is on again at once")
    @Extension(name = "x-permission", value = "customer:write")
    @APIResponse(
            responseCode = "201",
            description = "The promise.",
            content = @Content(schema = @Schema(implementation = GivenPromise.class)))
    @APIResponse(responseCode = "404", description = "No such customer.")
    @APIResponse(responseCode = "422", description = "not-allowed: detail says why, availableFrom from which day.")
    public Response take(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(promises.take(id))
                .build();
    }
}

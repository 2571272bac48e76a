package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** The signed-in customer promises to pay. */
@Path("billing/promised-payment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Billing", description = "Invoices, balance, payments of the signed-in customer.")
public class PromiseResource {

    @Inject
    private Promises promises;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(
            operationId = "getPromisedPayment",
            summary = "Whether a promised payment can be had, on which terms, and if not, why and from when")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The terms, and the promise that lasts.")
    public PromiseOffer offer() {
        return promises.ownOffer(language.locale());
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "promisePayment",
            summary = "Promise to pay: service that is off because of debt is on again at once",
            description =
                    "Its fee is charged with the next invoice. Without a payment in time service is suspended again.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(
            responseCode = "201",
            description = "The promise.",
            content = @Content(schema = @Schema(implementation = GivenPromise.class)))
    @APIResponse(
            responseCode = "422",
            description = "not-allowed: detail says why, availableFrom from which day it will be, if that can be told.")
    public Response promise() {
        return Response.status(Response.Status.CREATED)
                .entity(promises.promise())
                .build();
    }
}

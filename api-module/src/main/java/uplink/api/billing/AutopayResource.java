package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.billing.autopay.boundary.Autopay;
import uplink.billing.autopay.boundary.AutopayChange;
import uplink.billing.autopay.boundary.Autopays;

/** What may be collected from the signed-in customer's card. */
@Path("billing/autopay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Billing", description = "Invoices, balance, payments of the signed-in customer.")
public class AutopayResource {

    @Inject
    private Autopays autopays;

    @GET
    @Operation(operationId = "getAutopay", summary = "Whether due invoices are collected, and from which card")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The consent and the saved card.")
    public Autopay get() {
        return autopays.own();
    }

    @PUT
    @Operation(
            operationId = "changeAutopay",
            summary = "Switch autopay on, with a maximum for one invoice, or off",
            description = "A card is saved by paying with it once: POST /billing/pay with saveMethod.")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "200", description = "As it is now.")
    public Autopay change(AutopayChange wanted) {
        return autopays.change(wanted);
    }

    @DELETE
    @Path("method")
    @Operation(operationId = "removeSavedMethod", summary = "Forget the saved card; with it autopay is off")
    @Extension(name = "x-permission", value = "self:write")
    @APIResponse(responseCode = "204", description = "There is none any more.")
    public void removeMethod() {
        autopays.removeMethod();
    }
}

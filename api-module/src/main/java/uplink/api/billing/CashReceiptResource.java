package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.RequestLanguage;
import uplink.billing.requisites.boundary.CashReceipt;
import uplink.billing.requisites.boundary.CashReceipts;

/** Receipts on paper. */
@Path("admin/cash-receipts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that comes in.")
public class CashReceiptResource {

    @Inject
    private CashReceipts receipts;

    @Inject
    private RequestLanguage language;

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getCashReceipt",
            summary = "What the payer gets on paper for a payment in cash, the sum in words")
    @Extension(name = "x-permission", value = "payment:read")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "404", description = "No such payment, or not in cash.")
    public CashReceipt get(@PathParam("id") UUID id) {
        return receipts.get(id, language.locale());
    }
}

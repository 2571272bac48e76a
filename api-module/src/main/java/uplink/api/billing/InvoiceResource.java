package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.RequestLanguage;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Allocation;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.requisites.boundary.PaymentQr;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** Anybody's invoices, for staff. */
@Path("admin/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Billing", description = "Invoices, balance, payments of the signed-in customer.")
public class InvoiceResource {

    @Inject
    private Invoices invoices;

    @Inject
    private Ledger ledger;

    @Inject
    private PaymentQrs codes;

    @Inject
    private RequestLanguage language;

    @GET
    @Operation(operationId = "findInvoices", summary = "Invoices by the beginning of their number, newest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "A page.")
    public Page<InvoiceSummary> find(
            @QueryParam("number") @Nullable String number,
            @QueryParam("status") @Nullable InvoiceStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return invoices.numbered(number == null ? "" : number, status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getInvoice", summary = "An invoice with the explanation of every line")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The invoice.")
    @APIResponse(responseCode = "404", description = "No such invoice.")
    public InvoiceDetail get(@PathParam("id") UUID id) {
        return invoices.get(id, language.locale());
    }

    @GET
    @Path("{id}/qr")
    @Operation(
            operationId = "getInvoiceQr",
            summary = "A code that bank applications read to pay an invoice",
            description =
                    "By ГОСТ Р 56042-2014: its text, and a picture of it. Not available when there is nothing to pay.")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "The code, if there is one.")
    @APIResponse(responseCode = "404", description = "No such invoice.")
    public PaymentQr qr(@PathParam("id") UUID id) {
        return codes.get(id);
    }

    @GET
    @Path("{id}/allocations")
    @Operation(
            operationId = "listInvoiceAllocations",
            summary = "Which credits settled an invoice, or which invoices a credit note settled; oldest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "No such invoice.")
    public Page<Allocation> allocations(@PathParam("id") UUID id) {
        return Page.whole(ledger.allocations(id));
    }

    @GET
    @Path("{id}/transactions")
    @Operation(operationId = "listInvoiceTransactions", summary = "The transfers that an invoice posted, oldest first")
    @Extension(name = "x-permission", value = "billing:read")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "No such invoice.")
    public Page<LedgerEntry> transactions(@PathParam("id") UUID id) {
        return Page.whole(ledger.ofInvoice(id));
    }
}

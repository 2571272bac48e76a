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
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.invoice.boundary.OwnInvoices;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.requisites.boundary.PaymentQr;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** What the signed-in customer owes and has paid. */
@Path("billing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Billing", description = "Invoices, balance, payments of the signed-in customer.")
public class OwnBillingResource {

    @Inject
    private Invoices invoices;

    @Inject
    private Ledger ledger;

    @Inject
    private Payments payments;

    @Inject
    private PaymentQrs codes;

    @Inject
    private RequestLanguage language;

    @GET
    @Path("invoices")
    @Operation(
            operationId = "listOwnInvoices",
            summary = "Own invoices, newest first, with who they are for",
            description =
                    "Customer and invoices are gathered at the same time. What was not there within a second and a "
                            + "half is null and named in gaps.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The customer and a page of invoices.")
    public OwnInvoices invoices(
            @QueryParam("status") @Nullable InvoiceStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return invoices.own(status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("invoices/{id}")
    @Operation(operationId = "getOwnInvoice", summary = "An own invoice with the explanation of every line")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The invoice.")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public InvoiceDetail invoice(@PathParam("id") UUID id) {
        return invoices.own(id, language.locale());
    }

    @GET
    @Path("invoices/{id}/qr")
    @Operation(
            operationId = "getOwnInvoiceQr",
            summary = "A code that bank applications read to pay an invoice",
            description =
                    "By ГОСТ Р 56042-2014: its text, and a picture of it. Not available when there is nothing to pay.")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The code, if there is one.")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public PaymentQr qr(@PathParam("id") UUID id) {
        return codes.own(id);
    }

    @GET
    @Path("balance")
    @Operation(operationId = "getOwnBalance", summary = "Own balance and what is due")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The balance: below zero is debt.")
    public Balance balance() {
        return ledger.ownBalance();
    }

    @GET
    @Path("transactions")
    @Operation(operationId = "listOwnTransactions", summary = "Own ledger, newest first")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "A page of transfers.")
    public Page<LedgerEntry> transactions(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return ledger.ownTransactions(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("payments")
    @Operation(operationId = "listOwnPayments", summary = "Own payments, newest first")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "A page of payments.")
    public Page<Payment> payments(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return payments.own(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("payments/{id}")
    @Operation(operationId = "getOwnPayment", summary = "An own payment")
    @Extension(name = "x-permission", value = "self:read")
    @APIResponse(responseCode = "200", description = "The payment.")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's.")
    public Payment payment(@PathParam("id") UUID id) {
        return payments.own(id);
    }
}

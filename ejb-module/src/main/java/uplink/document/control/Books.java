package uplink.document.control;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.customer.boundary.ContractDetail;

/** What papers are made of, as far as the caller may see it: everything else is {@code not-found}. */
public interface Books {

    InvoiceDetail invoice(UUID id, Locale reader);

    /** A code to pay an invoice with, PNG in base64; null when there is nothing to pay. */
    @Nullable
    String code(UUID invoice);

    Payment payment(UUID id);

    ContractDetail contract(UUID id);

    /** Newest first. */
    List<SubscriptionRow> services(UUID customer);

    AccountStatement statement(UUID customer, LocalDate from, LocalDate to);

    List<RenderedLine> rendered(UUID customer, LocalDate before);

    Map<UUID, List<InvoiceLine>> lines(UUID customer, Collection<UUID> invoices, Locale reader);
}

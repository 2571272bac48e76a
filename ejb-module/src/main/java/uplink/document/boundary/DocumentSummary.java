package uplink.document.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.shared.Coded;

/**
 * A paper in a list.
 *
 * @param id of what the paper is about, for example of the invoice
 */
public record DocumentSummary(
        UUID id, DocumentKind kind, String number, LocalDate issuedOn, BigDecimal amount, String currency) {

    static DocumentSummary of(InvoiceSummary invoice) {
        return new DocumentSummary(
                invoice.id(),
                Coded.of(DocumentKind.class, invoice.kind().code()),
                invoice.number(),
                invoice.issuedOn(),
                invoice.amount(),
                invoice.currency());
    }
}

package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.requisites.boundary.PaymentQr;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.document.control.DocumentRows;
import uplink.document.control.InvoiceModel;
import uplink.document.control.LogoRow;
import uplink.document.control.PdfPress;
import uplink.document.control.TemplateRows;
import uplink.document.control.Templates;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Papers: made when they are first asked for, in the reader's language, and handed out as they were made for ever after.
 * Printing takes a while, so no transaction waits for it.
 */
@Stateless
@Allowed(Permission.SELF_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Documents {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Invoices invoices;

    @Inject
    private PaymentQrs codes;

    @Inject
    private ProviderRequisites requisites;

    @Inject
    private BusinessClock clock;

    /** The caller's, newest first. */
    public Page<DocumentSummary> own(PageRequest page) {
        Page<InvoiceSummary> found = invoices.ownPage(null, page);
        return new Page<>(found.items().stream().map(DocumentSummary::of).toList(), found.nextCursor());
    }

    /**
     * One of the caller's. Refusals: {@code not-found}, {@code unavailable} while too many are being made.
     *
     * @param id of an invoice or a credit note
     */
    public Paper own(UUID id, Locale reader) {
        Locale language = Text.supported(reader);
        return paper(invoices.own(id, language), language, () -> codes.own(id));
    }

    /** The paper of any invoice or credit note; the same refusals. */
    @Allowed(Permission.BILLING_READ)
    public Paper ofInvoice(UUID id, Locale reader) {
        Locale language = Text.supported(reader);
        return paper(invoices.get(id, language), language, () -> codes.get(id));
    }

    private Paper paper(InvoiceDetail invoice, Locale language, Supplier<PaymentQr> code) {
        DocumentRows rows = new DocumentRows(Sql.in(database));
        return rows.find(invoice, language).orElseGet(() -> {
            TemplateRows.Version template = new TemplateRows(Sql.in(database)).current(TemplateKind.INVOICE, language);
            InvoiceModel model = new InvoiceModel(
                    invoice,
                    rows.payer(invoice.customerId()),
                    requisites.findPublic().orElse(null),
                    code.get().qrPng(),
                    new LogoRow(Sql.in(database)).find().orElse(null),
                    clock.today());
            byte[] pdf = PdfPress.print(Templates.filled(template.body(), model.in(language)));
            return rows.keep(invoice, language, template.no(), pdf, clock.instant());
        });
    }
}

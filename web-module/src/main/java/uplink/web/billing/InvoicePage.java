package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Allocation;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.boundary.LedgerEntry;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** One invoice, each line with how its amount came about. */
@Named
@ViewScoped
public class InvoicePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Invoices invoices;

    @Inject
    private Ledger ledger;

    @Inject
    private PaymentQrs codes;

    @Inject
    private Documents documents;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private transient @Nullable InvoiceDetail invoice;
    private transient @Nullable String payCode;
    private transient @Nullable List<Allocation> allocations;
    private transient @Nullable List<LedgerEntry> transfers;

    public void load() {
        getInvoice();
    }

    public InvoiceDetail getInvoice() {
        if (invoice == null) {
            invoice = invoices.get(Go.id(id), reader.getLocale());
        }
        return invoice;
    }

    /** Empty when there is nothing to pay, or nobody knows to whom. */
    public String getPayCode() {
        if (payCode == null) {
            String png = codes.get(Go.id(id)).qrPng();
            payCode = png == null ? "" : "data:image/png;base64," + png;
        }
        return payCode;
    }

    /** The paper in that language, as a file. */
    public void pdf(String language) {
        Paper paper = documents.ofInvoice(Go.id(id), Locale.forLanguageTag(language));
        Go.hand(paper.name(), "application/pdf", paper.pdf());
    }

    public boolean isCreditNote() {
        return getInvoice().kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** What settled this invoice; of a credit note: what it settled. */
    public List<Allocation> getAllocations() {
        if (allocations == null) {
            allocations = ledger.allocations(Go.id(id));
        }
        return allocations;
    }

    public BigDecimal getAllocated() {
        return getAllocations().stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<LedgerEntry> getTransfers() {
        if (transfers == null) {
            transfers = ledger.ofInvoice(Go.id(id));
        }
        return transfers;
    }

    public BigDecimal getPosted() {
        return getTransfers().stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without tax. */
    public BigDecimal net(InvoiceLine line) {
        return line.amount().subtract(line.tax());
    }

    /** People read a period by its last day; the line keeps the day after it. */
    public LocalDate lastDay(InvoiceLine line) {
        return line.to().isAfter(line.from()) ? line.to().minusDays(1) : line.from();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

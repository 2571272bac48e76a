package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.Invoices;
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
    private Reader reader;

    private @Nullable String id;
    private transient @Nullable InvoiceDetail invoice;

    public void load() {
        getInvoice();
    }

    public InvoiceDetail getInvoice() {
        if (invoice == null) {
            invoice = invoices.get(Go.id(id), reader.getLocale());
        }
        return invoice;
    }

    public boolean isCreditNote() {
        return getInvoice().kind() == InvoiceKind.CREDIT_NOTE;
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

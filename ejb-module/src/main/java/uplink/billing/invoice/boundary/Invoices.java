package uplink.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Invoices: the customer's own, and everybody's for staff. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Invoices {

    /** The caller's invoices, newest first, with who they are for; both are gathered at the same time. */
    @Allowed(Permission.SELF_READ)
    public OwnInvoices own(@Nullable InvoiceStatus status, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** One of the caller's invoices with its lines explained in the reader's language; {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public InvoiceDetail own(UUID id, Locale reader) {
        throw new UnsupportedOperationException();
    }

    /** Any invoice with its lines explained in the reader's language; {@code not-found}. */
    public InvoiceDetail get(UUID id, Locale reader) {
        throw new UnsupportedOperationException();
    }

    /** A customer's invoices, newest first. */
    public Page<InvoiceSummary> ofCustomer(UUID customerId, @Nullable InvoiceStatus status, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** What a run has issued, newest first. */
    public Page<InvoiceSummary> ofRun(UUID runId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice for the console. */
    public List<InvoiceSummary> list(InvoiceQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many invoices the query has in all. */
    public long count(InvoiceQuery query) {
        throw new UnsupportedOperationException();
    }
}

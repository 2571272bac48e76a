package uplink.billing.invoice.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's own invoices, newest first, with who they are for. */
public record OwnInvoices(InvoiceOwner customer, List<InvoiceSummary> items, @Nullable String nextCursor) {}

package uplink.billing.invoice.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.shared.Page;

/**
 * A customer's own invoices, newest first, with who they are for. What was not to be had in time is null and named in
 * {@code gaps}.
 *
 * @param gaps {@code customer} or {@code items}; left out when nothing is missing
 */
public record OwnInvoices(
        @Nullable InvoiceOwner customer,
        @Nullable List<InvoiceSummary> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> gaps) {

    static OwnInvoices of(@Nullable InvoiceOwner customer, @Nullable Page<InvoiceSummary> page, List<String> gaps) {
        return new OwnInvoices(
                customer, page == null ? null : page.items(), page == null ? null : page.nextCursor(), gaps);
    }
}

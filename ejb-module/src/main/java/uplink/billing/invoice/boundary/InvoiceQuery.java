package uplink.billing.invoice.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the list of invoices for the console, sorted in SQL.
 *
 * @param number the whole number or its beginning
 * @param first rows to skip
 * @param size 1 to 200
 */
public record InvoiceQuery(
        @Nullable UUID customerId,
        @Nullable UUID runId,
        @Nullable InvoiceStatus status,
        @Nullable String number,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What the list may be sorted by. */
    public enum Sort {
        ISSUED,
        NUMBER,
        AMOUNT,
        DUE
    }
}

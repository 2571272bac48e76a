package uplink.billing.run.control;

import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/**
 * The numbers of a chunk's invoices. They were reserved when the run was planned, and each follows from the customer's
 * place in the chunk: a chunk that is done again gives the same numbers.
 */
final class InvoiceNumbers {

    private final Sql sql;
    private final String prefix;
    private final int width;
    private final @Nullable Long first;
    private final int reserved;

    private InvoiceNumbers(Sql sql, String prefix, int width, @Nullable Long first, int reserved) {
        this.sql = sql;
        this.prefix = prefix;
        this.width = width;
        this.first = first;
        this.reserved = reserved;
    }

    static InvoiceNumbers of(Sql sql, Chunk chunk) {
        return sql.first(
                        "select prefix, width from number_series where series = 'invoice'",
                        row -> new InvoiceNumbers(
                                sql, row.getString(1), row.getInt(2), chunk.firstNumber(), chunk.customers()))
                .orElseThrow();
    }

    /** The number of the customer at that place; a new one for somebody who was not there when the run was planned. */
    String of(int position) {
        long value = first == null || position >= reserved
                ? sql.number("select take_numbers('invoice', 1)")
                : first + position;
        String digits = Long.toString(value);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}

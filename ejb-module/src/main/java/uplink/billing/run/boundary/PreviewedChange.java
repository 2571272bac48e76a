package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import uplink.billing.invoice.boundary.InvoiceLine;

/**
 * What a change would bring with the next bill run; nothing of it is recorded.
 *
 * @param target the run's day: today, or the first day of the change when that lies ahead
 * @param lines what would be charged and given back, explained in the reader's language
 * @param total their sum, tax included; below zero: it comes back
 */
public record PreviewedChange(LocalDate target, List<InvoiceLine> lines, BigDecimal total, String currency) {

    public PreviewedChange {
        lines = List.copyOf(lines);
    }
}

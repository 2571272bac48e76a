package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import uplink.billing.invoice.boundary.InvoiceLine;

/**
 * What the end of a contract would bring; nothing of it is recorded.
 *
 * @param on the first day without the contract
 * @param lines what the bill runs up to that day would charge and give back for its services
 * @param total their sum, tax included; below zero: it comes back
 * @param balance of the account now; below zero is debt
 * @param balanceAfter of the account afterwards: below zero is what will be owed, above zero what can be returned
 */
public record PreviewedEnd(
        LocalDate on,
        List<InvoiceLine> lines,
        BigDecimal total,
        BigDecimal balance,
        BigDecimal balanceAfter,
        String currency) {

    public PreviewedEnd {
        lines = List.copyOf(lines);
    }
}

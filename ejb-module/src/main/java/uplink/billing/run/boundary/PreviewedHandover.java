package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import uplink.billing.invoice.boundary.InvoiceLine;

/**
 * What the hand-over of a contract would bring to both; nothing of it is recorded.
 *
 * @param on the other one's first day
 * @param from whoever has the contract: the final bill, and the balance after it
 * @param to the first bill of whoever takes it over, up to the next billing day
 * @param toTotal its sum, tax included
 */
public record PreviewedHandover(
        LocalDate on, PreviewedEnd from, List<InvoiceLine> to, BigDecimal toTotal, String currency) {

    public PreviewedHandover {
        to = List.copyOf(to);
    }
}

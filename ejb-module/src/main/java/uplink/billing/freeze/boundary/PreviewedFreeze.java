package uplink.billing.freeze.boundary;

import java.math.BigDecimal;
import java.util.List;
import uplink.billing.invoice.boundary.InvoiceLine;

/**
 * What a freeze comes to, to the kopeck, were it asked for now.
 *
 * @param freeze as it would be
 * @param lines that are billed because of it, or otherwise than without it
 * @param total by how much the customer pays more because of it; below zero: less
 */
public record PreviewedFreeze(Freeze freeze, List<InvoiceLine> lines, BigDecimal total, String currency) {

    public PreviewedFreeze {
        lines = List.copyOf(lines);
    }
}

package uplink.billing.invoice.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of an invoice, by what it says was rendered.
 *
 * @param no 1 for the invoice's first line
 * @param lastDay of the service; of a fee its day
 */
public record RenderedLine(UUID invoiceId, int no, LocalDate lastDay) {}

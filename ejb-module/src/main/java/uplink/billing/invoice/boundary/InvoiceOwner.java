package uplink.billing.invoice.boundary;

import java.math.BigDecimal;
import java.util.UUID;

/** The customer beside the list of invoices. {@code balance}: below zero is debt. */
public record InvoiceOwner(
        UUID id, String fullName, String contractNumber, String status, BigDecimal balance, String currency) {}

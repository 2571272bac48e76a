package uplink.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param amount never below zero; a credit note's is what it put on the account
 * @param outstanding what is still to be paid; zero for a credit note
 */
public record InvoiceSummary(
        UUID id,
        String number,
        InvoiceKind kind,
        InvoiceStatus status,
        BigDecimal amount,
        BigDecimal tax,
        BigDecimal outstanding,
        String currency,
        LocalDate issuedOn,
        LocalDate dueDate,
        @Nullable Instant paidAt,
        UUID customerId,
        String customerName,
        String contractNumber) {}

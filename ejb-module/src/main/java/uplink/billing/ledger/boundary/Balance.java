package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands.
 *
 * @param balance credits − debits; below zero is debt
 * @param due Σ of what is outstanding on open invoices
 * @param overdue the part of {@code due} whose date has passed
 * @param openInvoices how many
 * @param nextDueDate the earliest due date among them
 */
public record Balance(
        UUID customerId,
        BigDecimal balance,
        BigDecimal creditLimit,
        BigDecimal due,
        BigDecimal overdue,
        String currency,
        int openInvoices,
        @Nullable LocalDate nextDueDate) {}

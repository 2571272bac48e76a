package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one document did to an account: the transfers of an invoice, net sum and tax, are one.
 *
 * @param amount above zero: credit to the customer; below zero: debit
 * @param invoiceNumber of the invoice or credit note
 * @param invoiceOn its day
 */
public record AccountMovement(
        LocalDate on,
        TransferType type,
        BigDecimal amount,
        @Nullable String invoiceNumber,
        @Nullable LocalDate invoiceOn) {}

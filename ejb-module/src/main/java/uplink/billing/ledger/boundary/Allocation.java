package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a credit went to an invoice, and when.
 *
 * @param creditId the transfer that put the money on the account
 * @param creditedOn its effective day
 * @param credited its whole amount, of which {@code amount} went to this invoice
 * @param paymentMethod how it came in; null unless it is a payment
 * @param creditNoteId the credit note it belongs to; null unless it is one's
 * @param allocatedAt when the invoice was given it, the last time if that took several
 */
public record Allocation(
        UUID creditId,
        TransferType type,
        LocalDate creditedOn,
        BigDecimal credited,
        BigDecimal amount,
        String currency,
        @Nullable UUID paymentId,
        @Nullable String paymentMethod,
        @Nullable UUID creditNoteId,
        @Nullable String creditNoteNumber,
        @Nullable String reason,
        UUID invoiceId,
        String invoiceNumber,
        Instant allocatedAt) {}

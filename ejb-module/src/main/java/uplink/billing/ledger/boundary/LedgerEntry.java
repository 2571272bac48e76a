package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the customer's account sees it.
 *
 * @param amount above zero: credit to the customer; below zero: debit
 * @param counterAccount code of the house account on the other side
 * @param groupId transfers that belong together share it
 */
public record LedgerEntry(
        UUID id,
        TransferType type,
        BigDecimal amount,
        String currency,
        String counterAccount,
        LocalDate effectiveOn,
        @Nullable String reason,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber,
        @Nullable UUID paymentId,
        UUID groupId,
        Instant createdAt) {}

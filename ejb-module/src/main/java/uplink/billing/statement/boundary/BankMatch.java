package uplink.billing.statement.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A share of an entry that became a customer's payment; undone when {@code undoneAt} is there. */
public record BankMatch(
        UUID paymentId,
        UUID customerId,
        String customerName,
        String contractNumber,
        BigDecimal amount,
        String currency,
        Clue clue,
        Instant madeAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneWhy) {}

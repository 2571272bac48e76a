package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move of a contract to another address.
 *
 * @param on the first day there
 * @param from the address before, in one line; null: none was known
 * @param to the address, in one line
 * @param fee what it costs; null: nothing
 * @param answer why it was taken back
 */
public record Relocation(
        UUID id,
        UUID contractId,
        UUID customerId,
        LocalDate on,
        @Nullable String from,
        String to,
        RelocationStatus status,
        @Nullable BigDecimal fee,
        String currency,
        @Nullable String reason,
        @Nullable String answer,
        Instant createdAt) {}

package uplink.customer.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who turned out to be another customer, and points to that one.
 *
 * @param into whom
 * @param intoNumber that one's contract number
 * @param balance what has moved in the old account since, a chargeback for example; nothing otherwise
 */
public record MergedCustomer(
        UUID customerId,
        String contractNumber,
        String fullName,
        UUID into,
        String intoNumber,
        Instant mergedAt,
        @Nullable String mergedBy,
        BigDecimal balance,
        String currency) {}

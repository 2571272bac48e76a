package uplink.billing.terminal.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who collects money for the provider through terminals.
 *
 * @param code also the user's name where a secret is asked for
 * @param withSecret whether it proves itself with a secret
 * @param addresses networks that it asks from; none: anywhere, with the secret
 * @param minAmount of one payment, as maxAmount
 * @param dailyLimit of all its payments of a day; null: none
 */
public record PaymentAgent(
        UUID id,
        String code,
        String name,
        boolean active,
        boolean withSecret,
        List<String> addresses,
        BigDecimal minAmount,
        BigDecimal maxAmount,
        @Nullable BigDecimal dailyLimit,
        String currency,
        int version,
        Instant createdAt) {

    /** Whether there is a way in: without a secret and without addresses nobody can be this agent. */
    public boolean reachable() {
        return withSecret || !addresses.isEmpty();
    }
}

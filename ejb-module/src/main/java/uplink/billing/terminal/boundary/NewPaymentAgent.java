package uplink.billing.terminal.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent shall be.
 *
 * @param code lower-case letters, digits and hyphens, 2 to 30; never changes
 * @param addresses single ones or networks: {@code 203.0.113.0/24}
 * @param active true when left out
 */
public record NewPaymentAgent(
        String code,
        String name,
        @Nullable Boolean active,
        @Nullable List<String> addresses,
        BigDecimal minAmount,
        BigDecimal maxAmount,
        @Nullable BigDecimal dailyLimit) {}

package uplink.billing.autopay.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a customer agrees to, or no longer does.
 *
 * @param maximum what may be collected for one invoice at most, above zero; needed to switch it on
 */
public record AutopayChange(boolean enabled, @Nullable BigDecimal maximum) {}

package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money to give back.
 *
 * @param amount above zero, at the currency's scale; all that is left of the payment when left out
 * @param currency the payment's when left out
 * @param kind {@code refund} when left out; {@code reversal} takes back a whole cash payment that was entered by mistake
 * @param reason for whoever reads it later, at most 500 characters
 */
public record RefundRequest(
        @Nullable BigDecimal amount, @Nullable String currency, @Nullable RefundKind kind, String reason) {}

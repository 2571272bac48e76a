package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Credit to pay out.
 *
 * @param amount above zero, at the currency's scale; all that is free when left out
 * @param currency the account's when left out
 * @param payee must be there for a bank, and only there
 * @param reason for whoever reads it later, at most 500 characters
 */
public record PayoutRequest(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        PayoutMethod method,
        @Nullable Payee payee,
        String reason) {}

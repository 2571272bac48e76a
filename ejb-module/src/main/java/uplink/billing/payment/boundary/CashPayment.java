package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money taken at the cash desk.
 *
 * @param amount above zero, at the currency's scale
 * @param currency the account's when left out
 * @param invoiceId settled first; the rest goes to the oldest open invoices
 * @param comment at most 500 characters
 */
public record CashPayment(
        UUID customerId,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable UUID invoiceId,
        @Nullable String comment) {}

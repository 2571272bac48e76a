package uplink.billing.requisites.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the payer gets on paper for cash.
 *
 * @param inWords the sum, in the reader's language
 * @param cashier who took the money
 * @param payee null until the provider's details are entered
 */
public record CashReceipt(
        UUID paymentId,
        Instant at,
        BigDecimal amount,
        String currency,
        String inWords,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable String comment,
        @Nullable String cashier,
        @Nullable Requisites payee) {}

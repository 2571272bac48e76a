package uplink.billing.fiscal.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal receipt.
 *
 * @param document what the cash register printed: numbers of the register, the shift and the document, its sign
 * @param detail what the service said last
 * @param calls how often the service was called
 */
public record FiscalReceipt(
        UUID id,
        FiscalKind kind,
        FiscalStatus status,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable UUID paymentId,
        @Nullable UUID invoiceId,
        BigDecimal amount,
        String currency,
        FiscalContent content,
        @Nullable String externalId,
        @Nullable Map<String, Object> document,
        @Nullable String detail,
        int calls,
        Instant createdAt,
        @Nullable Instant doneAt) {}

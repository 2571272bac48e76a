package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param allocated how much of it has settled invoices so far
 * @param invoiceId the invoice that it named
 */
public record Payment(
        UUID id,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable UUID invoiceId,
        BigDecimal amount,
        BigDecimal allocated,
        String currency,
        PaymentMethod method,
        String provider,
        PaymentStatus status,
        @Nullable String comment,
        Instant createdAt,
        @Nullable Instant confirmedAt) {}

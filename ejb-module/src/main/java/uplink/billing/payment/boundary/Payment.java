package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param allocated how much of it has settled invoices so far
 * @param captured what the provider took of it; less than the amount when it captured a part only
 * @param refunded how much of that has gone back, or is on its way
 * @param invoiceId the invoice that it named
 * @param externalId the provider's id
 * @param failure what the provider said when it came to nothing
 * @param confirmationUrl where the payer can still confirm it
 * @param restored services that came back with it
 */
public record Payment(
        UUID id,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable UUID invoiceId,
        BigDecimal amount,
        BigDecimal captured,
        BigDecimal refunded,
        BigDecimal allocated,
        String currency,
        PaymentMethod method,
        String provider,
        PaymentStatus status,
        @Nullable String comment,
        @Nullable String externalId,
        @Nullable String failure,
        @Nullable String confirmationUrl,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        List<RestoredService> restored) {

    public Payment {
        restored = List.copyOf(restored);
    }
}

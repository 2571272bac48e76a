package uplink.billing.subscription.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that has gone to another customer, or is going to.
 *
 * @param on the other one's first day
 * @param answer why it was taken back
 */
public record Handover(
        UUID id,
        UUID contractId,
        String contractNumber,
        UUID customerId,
        String customerName,
        UUID newContractId,
        String newContractNumber,
        UUID newCustomerId,
        String newCustomerName,
        LocalDate on,
        HandoverStatus status,
        String reason,
        @Nullable String answer,
        Instant createdAt,
        @Nullable Instant withdrawnAt) {}

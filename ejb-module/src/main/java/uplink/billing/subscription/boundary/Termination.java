package uplink.billing.subscription.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to end a contract, and what became of it.
 *
 * @param on the first day without the contract
 * @param equipment what is still to be given back
 * @param byCustomer whether the customer has asked for it
 * @param answer why it was refused or taken back
 */
public record Termination(
        UUID id,
        UUID contractId,
        String contractNumber,
        UUID customerId,
        String customerName,
        LocalDate on,
        TerminationStatus status,
        String reason,
        @Nullable String equipment,
        boolean byCustomer,
        @Nullable String answer,
        Instant createdAt,
        @Nullable Instant decidedAt) {}

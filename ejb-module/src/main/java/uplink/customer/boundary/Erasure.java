package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a customer's personal data be erased, and what became of it.
 *
 * @param customerName the contract number, once the person is erased
 * @param byCustomer whether the customer has asked for it in the cabinet
 * @param reason the customer's words
 * @param basis the paper that it was done for
 * @param answer why it was refused
 */
public record Erasure(
        UUID id,
        UUID customerId,
        String contractNumber,
        String customerName,
        ErasureStatus status,
        boolean byCustomer,
        @Nullable String reason,
        @Nullable String basis,
        @Nullable String answer,
        Instant createdAt,
        @Nullable Instant decidedAt) {}

package uplink.billing.statement.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose the money may be.
 *
 * @param sumFits the customer has an open invoice of exactly this sum
 */
public record Suggestion(
        UUID customerId,
        String customerName,
        String contractNumber,
        boolean closed,
        Clue clue,
        @Nullable UUID invoiceId,
        boolean sumFits) {}

package uplink.billing.reconciliation.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in which a provider's register and the payments here do not agree.
 *
 * @param day of the register
 * @param externalId the provider's id; null when it has none of it
 * @param paymentId the payment here; null when there is none
 * @param ours what is booked here; null: nothing
 * @param theirs what the provider says
 * @param reason that was given with the decision
 * @param approvalId of the correction that was asked for, where it needs a second person
 */
public record Discrepancy(
        UUID id,
        String provider,
        LocalDate day,
        DiscrepancyKind kind,
        @Nullable String externalId,
        @Nullable UUID paymentId,
        @Nullable UUID customerId,
        @Nullable String contractNumber,
        @Nullable BigDecimal ours,
        @Nullable BigDecimal theirs,
        String currency,
        DiscrepancyStatus status,
        @Nullable String reason,
        Instant foundAt,
        @Nullable Instant decidedAt,
        @Nullable UUID approvalId) {

    /** How much more is booked here than the provider has; below zero: less. */
    BigDecimal surplus() {
        BigDecimal here = ours == null ? BigDecimal.ZERO : ours;
        return theirs == null ? here : here.subtract(theirs);
    }
}

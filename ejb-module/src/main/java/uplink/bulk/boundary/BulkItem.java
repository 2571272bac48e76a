package uplink.bulk.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a work is about: a customer, or a service of one.
 *
 * @param id of the service where it is about one, else of the customer
 * @param problem the type of the refusal; null: it was not refused
 * @param reasonRu why it was refused, skipped or kept
 * @param bill what the next bill run brings of the service with the change; of a correction its amount
 * @param before the price for a period as it was, or the balance
 * @param after the same with the change
 * @param effectiveOn the first day of the change
 */
public record BulkItem(
        UUID id,
        UUID customerId,
        @Nullable UUID subscriptionId,
        String fullName,
        String contractNumber,
        BulkState state,
        @Nullable String problem,
        @Nullable String reasonRu,
        @Nullable String reasonEn,
        @Nullable BigDecimal bill,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        String currency,
        @Nullable LocalDate effectiveOn) {}

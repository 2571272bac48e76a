package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract is to go to another customer.
 *
 * @param on the other one's first day: today at the earliest
 * @param customerId who takes it over; null: somebody new
 * @param customer somebody new who takes it over; null: a customer there is
 * @param number of the new contract; null: the next one of the series
 * @param reason at most 500 characters; may be missing in a preview
 */
public record HandoverWish(
        LocalDate on,
        @Nullable UUID customerId,
        @Nullable NewHolder customer,
        @Nullable String number,
        @Nullable String reason) {}

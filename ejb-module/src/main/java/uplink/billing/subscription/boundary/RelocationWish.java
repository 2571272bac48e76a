package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.NewAddress;

/**
 * A contract is to be served at another address.
 *
 * @param on the first day there: today at the earliest
 * @param feeId a fee of the price list that is charged for it on that day; null: it costs nothing
 * @param reason at most 500 characters
 */
public record RelocationWish(LocalDate on, NewAddress address, @Nullable UUID feeId, @Nullable String reason) {}

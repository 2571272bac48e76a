package uplink.billing.subscription.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a contract is served on a day.
 *
 * @param address in one line; null: none is known
 */
public record AddressOn(LocalDate on, @Nullable String address) {}

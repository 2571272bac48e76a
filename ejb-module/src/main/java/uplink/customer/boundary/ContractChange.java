package uplink.customer.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a contract; null leaves it as it is.
 *
 * @param billingDay 1 to 31; the contract's subscriptions are billed by it from {@code from} on
 * @param from first day of the new billing day; null: today
 * @param address the new place
 */
public record ContractChange(@Nullable Integer billingDay, @Nullable LocalDate from, @Nullable NewAddress address) {}

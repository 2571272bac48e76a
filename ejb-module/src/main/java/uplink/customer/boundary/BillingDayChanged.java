package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the transaction: from that day on a contract's subscriptions are billed by another day of the month. */
public record BillingDayChanged(UUID contractId, UUID customerId, int billingDay, LocalDate from) {}

package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the transaction: a contract ends, so its subscriptions end on that day too. */
public record ContractTerminated(UUID contractId, UUID customerId, LocalDate on) {}

package uplink.customer.boundary;

import java.util.UUID;

/** Told inside the transaction: the planned end of a contract was taken back, so its subscriptions go on too. */
public record ContractGoesOn(UUID contractId, UUID customerId) {}

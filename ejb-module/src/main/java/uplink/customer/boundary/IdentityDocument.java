package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of identity, as lists show it.
 *
 * @param number masked but for its end: a third, at most four characters
 */
public record IdentityDocument(UUID id, UUID customerId, IdentityKind kind, String number, Instant createdAt) {}

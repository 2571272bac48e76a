package uplink.customer.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of identity, as lists show it.
 *
 * @param number all but its last two to four characters masked
 */
public record IdentityDocument(UUID id, UUID customerId, IdentityKind kind, String number, Instant createdAt) {}

package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to talk to about a customer.
 *
 * @param role what for: the director, the accounts, the keys to the roof
 * @param version for {@code If-Match}
 */
public record Contact(
        UUID id,
        UUID customerId,
        String name,
        @Nullable String role,
        @Nullable String phone,
        @Nullable String email,
        int version) {}

package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to talk to about a customer, to be reached in one way at least.
 *
 * @param name at most 200 characters
 * @param role what for, at most 100 characters
 * @param phone in any usual spelling; kept as +7…
 */
public record NewContact(
        @Nullable String name, @Nullable String role, @Nullable String phone, @Nullable String email) {}

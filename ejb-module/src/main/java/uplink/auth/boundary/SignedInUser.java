package uplink.auth.boundary;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Caller;
import uplink.shared.Permission;

/**
 * A user whose credentials were right.
 *
 * @param customerId the customer this user is; null for staff
 */
public record SignedInUser(
        UUID userId,
        @Nullable UUID customerId,
        String email,
        String fullName,
        String role,
        Set<Permission> permissions,
        Locale locale) {

    public SignedInUser {
        permissions = Set.copyOf(permissions);
    }

    /** For {@link uplink.shared.Callers}: on whose behalf the boundaries are called. */
    public Caller toCaller() {
        return new Caller(userId, customerId, email, permissions);
    }
}

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

    /** Staff must have a second factor; customers may. */
    public boolean isStaff() {
        return !role.equals("customer");
    }

    /** The same user with no right but that of enrolling a second factor. */
    public SignedInUser beforeSecondFactor() {
        return new SignedInUser(userId, customerId, email, fullName, role, Set.of(Permission.MFA_ENROLMENT), locale);
    }

    /** For {@link uplink.shared.Callers}: on whose behalf the boundaries are called. */
    public Caller toCaller() {
        return new Caller(userId, customerId, email, permissions);
    }
}

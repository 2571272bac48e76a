package uplink.shared;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. Set once at the edge (API filter, console filter, timer, message) and read by {@link AllowedGuard}.
 *
 * @param userId null for anonymous callers and the system
 * @param customerId the customer this user is; null for staff
 * @param name for logs and the audit trail: e-mail, or the name of the job
 */
public record Caller(@Nullable UUID userId, @Nullable UUID customerId, String name, Set<Permission> permissions) {

    public static final Caller ANONYMOUS = new Caller(null, null, "anonymous", Set.of(Permission.ANYONE));

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** A timer, a consumer of events, a worker of the bill run. */
    public static Caller system(String job) {
        return new Caller(null, null, "system:" + job, Set.of(Permission.SYSTEM));
    }

    public boolean isSignedIn() {
        return userId != null;
    }

    public boolean isSystem() {
        return permissions.contains(Permission.SYSTEM);
    }

    /** Staff without a second factor: nothing opens before they have enrolled one. */
    public boolean mustEnrol() {
        return permissions.contains(Permission.MFA_ENROLMENT);
    }

    /** The system may do everything; a signed-in user what the roles say. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case ANYONE -> true;
            case SIGNED_IN -> (isSignedIn() && !mustEnrol()) || isSystem();
            case MFA_ENROLMENT -> isSignedIn() || isSystem();
            default -> isSystem() || permissions.contains(permission);
        };
    }

    /** The user this caller is; {@code forbidden} for strangers and the system. */
    public UUID requireUser() {
        if (userId == null) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("shared.forbidden"));
        }
        return userId;
    }

    /** The customer this caller is; {@code forbidden} for anyone who is not a customer. */
    public UUID requireCustomer() {
        if (customerId == null) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("shared.caller.not-a-customer"));
        }
        return customerId;
    }
}

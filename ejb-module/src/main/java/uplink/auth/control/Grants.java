package uplink.auth.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Nobody gives away what they do not have: otherwise the right to edit users or roles would be every right. */
public final class Grants {

    private Grants() {}

    /** The permissions of these codes. Refused with {@code validation} for one that does not exist. */
    public static Set<Permission> of(List<String> codes) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String code : codes) {
            permissions.add(Permission.of(code)
                    .orElseThrow(() -> BusinessException.invalid("permissions", Text.of("auth.permission.unknown"))));
        }
        return permissions;
    }

    /**
     * Refused with {@code forbidden} when the caller lacks one of them. A customer's own rights are nobody's privilege.
     * Whoever administers users and roles could help themselves to anything, and may give back what was taken from all.
     */
    public static void requireHeld(Set<Permission> granted) {
        Caller caller = Callers.current();
        if (caller.may(Permission.USER_WRITE) && caller.may(Permission.ROLE_WRITE)) {
            return;
        }
        boolean held = granted.stream().allMatch(p -> isOwn(p) || caller.may(p));
        if (!held) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("auth.permission.not-held"));
        }
    }

    /** What customers may do with what is theirs. */
    public static boolean isOwn(Permission permission) {
        return permission == Permission.SELF_READ || permission == Permission.SELF_WRITE;
    }
}

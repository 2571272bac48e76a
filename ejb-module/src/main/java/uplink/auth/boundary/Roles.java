package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.Grants;
import uplink.auth.control.RoleRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Roles are sets of permissions, and this is where they are edited. A change holds on every node within five seconds.
 * Nobody grants what they do not have themselves, and administrators cannot lose the right to administer.
 */
@Stateless
@Allowed(Permission.ROLE_WRITE)
public class Roles {

    /** A permission's code and what people call it. */
    public record PermissionView(String code, String nameRu, String nameEn) {}

    /**
     * @param system whether the product needs the role: it can be edited, but not deleted
     * @param users how many active users have it
     * @param permissions codes, sorted
     */
    public record RoleDetail(
            String code, String nameRu, String nameEn, boolean system, long users, List<String> permissions) {

        public RoleDetail {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * @param code small letters, digits and dashes, 2 to 31 of them; lasting
     * @param permissions codes
     */
    public record NewRole(String code, String nameRu, String nameEn, List<String> permissions) {}

    /** What to change; null leaves it as it is. The permissions replace those that were there. */
    public record RoleChange(@Nullable String nameRu, @Nullable String nameEn, @Nullable List<String> permissions) {}

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final int LONGEST_NAME = 100;
    /** Without these nobody could undo a mistake. */
    private static final Set<Permission> ADMINISTRATION = Set.of(Permission.USER_WRITE, Permission.ROLE_WRITE);

    @Inject
    private RoleRows rows;

    /** All roles, the product's own first. */
    @Allowed({Permission.ROLE_WRITE, Permission.USER_WRITE})
    public List<RoleDetail> list() {
        return rows.list();
    }

    /** Refusals: {@code not-found}. */
    @Allowed({Permission.ROLE_WRITE, Permission.USER_WRITE})
    public RoleDetail get(String code) {
        return rows.find(code).orElseThrow(BusinessException::notFound);
    }

    /** All permissions there are. */
    @Allowed({Permission.ROLE_WRITE, Permission.USER_WRITE})
    public List<PermissionView> permissions() {
        return rows.permissions();
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken, {@code forbidden} for more than the caller has. */
    public RoleDetail create(NewRole wanted) {
        Validation validation = new Validation();
        validation.check(CODE.matcher(wanted.code()).matches(), "code", Text.of("shared.validation.format"));
        String nameRu = validation.text("nameRu", wanted.nameRu(), LONGEST_NAME);
        String nameEn = validation.text("nameEn", wanted.nameEn(), LONGEST_NAME);
        validation.done();
        Set<Permission> permissions = Grants.of(wanted.permissions());
        requireGrantable(wanted.code(), permissions);
        if (!rows.insert(wanted.code(), nameRu, nameEn)) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("auth.role.taken"));
        }
        rows.grant(wanted.code(), permissions);
        return get(wanted.code());
    }

    /**
     * Refusals: {@code not-found}, {@code validation}, {@code forbidden} for more than the caller has, {@code
     * invalid-state} when administrators would no longer be able to administer.
     */
    public RoleDetail change(String code, RoleChange change) {
        RoleDetail role = get(code);
        Validation validation = new Validation();
        String nameRu =
                change.nameRu() == null ? role.nameRu() : validation.text("nameRu", change.nameRu(), LONGEST_NAME);
        String nameEn =
                change.nameEn() == null ? role.nameEn() : validation.text("nameEn", change.nameEn(), LONGEST_NAME);
        validation.done();
        rows.rename(code, nameRu, nameEn);
        if (change.permissions() != null) {
            Set<Permission> permissions = Grants.of(change.permissions());
            requireGrantable(code, permissions);
            rows.grant(code, permissions);
        }
        return get(code);
    }

    /** Refusals: {@code not-found}, {@code invalid-state} for the product's own roles and those that users have. */
    public void delete(String code) {
        RoleDetail role = get(code);
        if (role.system() || !rows.delete(code)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.role.in-use"));
        }
    }

    private static void requireGrantable(String code, Set<Permission> permissions) {
        boolean forCustomers = code.equals("customer");
        boolean mixed = permissions.stream().anyMatch(p -> Grants.isOwn(p) != forCustomers);
        if (mixed || (code.equals("service") && !permissions.isEmpty())) {
            throw BusinessException.invalid("permissions", Text.of("auth.permission.not-for-role"));
        }
        if (code.equals("admin") && !permissions.containsAll(ADMINISTRATION)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.role.administration"));
        }
        Grants.requireHeld(permissions);
    }
}

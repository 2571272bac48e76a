package uplink.auth.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.Roles.NewRole;
import uplink.auth.boundary.Roles.RoleChange;
import uplink.auth.boundary.ServiceAccounts.MadeKey;
import uplink.auth.boundary.ServiceAccounts.NewKey;
import uplink.auth.boundary.Users.NewStaff;
import uplink.auth.boundary.Users.UserView;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.TestVault;
import uplink.testing.Boundaries;
import uplink.testing.Database;

/** Users, roles and service accounts: who may give what to whom, and that somebody is always left who can. */
class AdministrationTest {

    private static final Caller ADMINISTRATOR =
            new Caller(Ids.next(), null, "admin", Set.of(Permission.USER_WRITE, Permission.ROLE_WRITE));
    private static final Caller CLERK =
            new Caller(Ids.next(), null, "clerk", Set.of(Permission.USER_WRITE, Permission.CUSTOMER_READ));

    private Boundaries boundaries;
    private Users users;
    private Roles roles;
    private ServiceAccounts services;

    @BeforeEach
    void alone() {
        Database.isolate();
        boundaries = new Boundaries(LocalDate.of(2026, 11, 20)).with(KeyVault.class, TestVault.make());
        users = boundaries.get(Users.class);
        roles = boundaries.get(Roles.class);
        services = boundaries.get(ServiceAccounts.class);
    }

    @AfterEach
    void back() throws SQLException {
        boundaries.close();
        Database.rejoin();
    }

    @Test
    void theLastAdministratorStaysOne() {
        UserView first = staff("admin");
        UserView second = staff("admin");
        as(ADMINISTRATOR, () -> users.disable(first.id()));
        refused(ProblemType.INVALID_STATE, () -> as(ADMINISTRATOR, () -> users.disable(second.id())));
        refused(ProblemType.INVALID_STATE, () -> as(ADMINISTRATOR, () -> users.setRole(second.id(), "operator")));
        as(ADMINISTRATOR, () -> users.enable(first.id()));
        assertEquals(
                "operator",
                as(ADMINISTRATOR, () -> users.setRole(second.id(), "operator")).role());
    }

    @Test
    void administratorsCannotLoseTheRightToAdminister() {
        refused(
                ProblemType.INVALID_STATE,
                () -> as(
                        ADMINISTRATOR,
                        () -> roles.change("admin", new RoleChange(null, null, List.of("user:write", "audit:read")))));
        RoleChange narrow = new RoleChange(null, null, List.of("user:write", "role:write"));
        assertEquals(
                List.of("role:write", "user:write"),
                as(ADMINISTRATOR, () -> roles.change("admin", narrow)).permissions());
        RoleChange again = new RoleChange(null, null, List.of("user:write", "role:write", "audit:read"));
        assertEquals(
                3,
                as(ADMINISTRATOR, () -> roles.change("admin", again))
                        .permissions()
                        .size(),
                "what was taken from everybody can be given back");
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        refused(ProblemType.FORBIDDEN, () -> as(CLERK, () -> create("admin")));
        UserView administrator = staff("admin");
        UserView other = staff("admin");
        refused(ProblemType.FORBIDDEN, () -> as(CLERK, () -> users.disable(administrator.id())));
        refused(
                ProblemType.FORBIDDEN,
                () -> as(CLERK, () -> {
                    users.resetSecondFactor(other.id());
                    return true;
                }));
        UUID service = as(CLERK, () -> services.create("Bookkeeping")).id();
        refused(
                ProblemType.FORBIDDEN,
                () -> as(CLERK, () -> services.addKey(service, new NewKey("k", List.of("ledger:adjust"), 30))));
        Caller roleClerk =
                new Caller(Ids.next(), null, "clerk", Set.of(Permission.ROLE_WRITE, Permission.CUSTOMER_READ));
        refused(
                ProblemType.FORBIDDEN,
                () -> as(roleClerk, () -> roles.create(new NewRole("all", "Всё", "All", List.of("ledger:adjust")))));
        as(roleClerk, () -> roles.create(new NewRole("desk", "Стойка", "Desk", List.of("customer:read"))));
        as(CLERK, () -> create("desk"));
    }

    @Test
    void customersAndStaffAreNotMixed() {
        for (NewRole mixed : List.of(
                new NewRole("mixed", "Смесь", "Mixed", List.of("self:read", "customer:read")),
                new NewRole("unknown", "Нет", "None", List.of("all:things")))) {
            refused(ProblemType.VALIDATION, () -> as(ADMINISTRATOR, () -> roles.create(mixed)));
        }
        RoleChange staffRights = new RoleChange(null, null, List.of("customer:read"));
        refused(ProblemType.VALIDATION, () -> as(ADMINISTRATOR, () -> roles.change("customer", staffRights)));
        refused(ProblemType.VALIDATION, () -> as(ADMINISTRATOR, () -> roles.change("service", staffRights)));
    }

    @Test
    void aRoleIsDeletedWhenNobodyHasIt() {
        NewRole desk = new NewRole("desk", "Стойка", "Desk", List.of("customer:read"));
        as(ADMINISTRATOR, () -> roles.create(desk));
        refused(ProblemType.CONFLICT, () -> as(ADMINISTRATOR, () -> roles.create(desk)));
        UserView user = staff("desk");
        assertEquals(1, as(ADMINISTRATOR, () -> roles.get("desk")).users());
        refused(ProblemType.INVALID_STATE, () -> delete("desk"));
        as(ADMINISTRATOR, () -> users.setRole(user.id(), "tech"));
        delete("desk");
        refused(ProblemType.NOT_FOUND, () -> as(ADMINISTRATOR, () -> roles.get("desk")));
        refused(ProblemType.INVALID_STATE, () -> delete("tech"));
    }

    @Test
    void usersAreListedWithoutServiceAccounts() {
        UserView user = staff("operator");
        as(ADMINISTRATOR, () -> services.create("Bookkeeping"));
        UserQuery all = new UserQuery(null, null, null, false, UserQuery.Sort.EMAIL, true, 0, 10);
        assertEquals(List.of(user), as(ADMINISTRATOR, () -> users.list(all)));
        assertEquals(1, as(ADMINISTRATOR, () -> users.count(all)));
        UserQuery disabled = new UserQuery(user.email(), "operator", false, false, UserQuery.Sort.NAME, false, 0, 10);
        assertEquals(0, as(ADMINISTRATOR, () -> users.count(disabled)));
        UserQuery literal = new UserQuery("%", null, null, false, UserQuery.Sort.CREATED, false, 0, 10);
        assertEquals(List.of(), as(ADMINISTRATOR, () -> users.list(literal)), "a percent sign is a percent sign");
        assertEquals(
                List.of(user),
                as(ADMINISTRATOR, () -> users.list(null, PageRequest.of(1, null)))
                        .items());
    }

    @Test
    void aKeyMayWhatItWasMadeForUntilItEnds() {
        AccessTokens tokens = boundaries.get(AccessTokens.class);
        UUID account = as(ADMINISTRATOR, () -> services.create("Bookkeeping")).id();
        MadeKey made = key(account);
        assertEquals(
                Set.of(Permission.CUSTOMER_READ),
                tokens.verify(made.key()).orElseThrow().user().permissions());
        assertTrue(tokens.verify(made.key() + "x").isEmpty());
        assertFalse(boundaries
                .sql()
                .first("select k::text from api_keys k", row -> row.getString(1))
                .orElseThrow()
                .contains(made.key()));
        MadeKey expired = key(account);
        boundaries
                .sql()
                .update(
                        "update api_keys set expires_at = now() where id = ?",
                        expired.details().id());
        assertTrue(tokens.verify(expired.key()).isEmpty());
        MadeKey revoked = key(account);
        boundaries.run(() -> Callers.run(
                ADMINISTRATOR,
                () -> services.revokeKey(account, revoked.details().id())));
        assertTrue(tokens.verify(revoked.key()).isEmpty());
        MadeKey stopped = key(account);
        as(ADMINISTRATOR, () -> services.setActive(account, false));
        assertTrue(tokens.verify(stopped.key()).isEmpty());
        refused(
                ProblemType.VALIDATION,
                () -> as(ADMINISTRATOR, () -> services.addKey(account, new NewKey("k", List.of("self:read"), 30))));
        refused(
                ProblemType.VALIDATION,
                () -> as(ADMINISTRATOR, () -> services.addKey(account, new NewKey("k", List.of(), 30))));
        refused(
                ProblemType.VALIDATION,
                () -> as(
                        ADMINISTRATOR,
                        () -> services.addKey(account, new NewKey("k", List.of("customer:read"), 3660))));
    }

    private MadeKey key(UUID account) {
        return as(ADMINISTRATOR, () -> services.addKey(account, new NewKey("main", List.of("customer:read"), 30)));
    }

    private void delete(String role) {
        boundaries.run(() -> Callers.run(ADMINISTRATOR, () -> roles.delete(role)));
    }

    private UserView staff(String role) {
        return as(ADMINISTRATOR, () -> create(role));
    }

    private UserView create(String role) {
        return users.create(new NewStaff(Ids.next() + "@example.org", "Test", role, null, "Correct-Horse-7"));
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return boundaries.call(() -> Callers.as(caller, work));
    }

    private static void refused(ProblemType type, Runnable call) {
        assertEquals(type, assertThrows(BusinessException.class, call::run).type());
    }
}

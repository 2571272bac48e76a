package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.NewUser;
import uplink.auth.control.SessionStore;
import uplink.auth.entity.User;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/** Administration of users. A change ends or alters the user's sessions within five seconds. */
@Stateless
@Allowed(Permission.USER_WRITE)
public class Users {

    /**
     * @param role code of the role
     * @param locale {@code ru} or {@code en}
     */
    public record UserView(
            UUID id,
            String email,
            String fullName,
            String role,
            String locale,
            boolean active,
            int version,
            Instant createdAt) {}

    /**
     * @param role code of an existing role; {@code customer} users are made with their customer
     * @param locale {@code ru} (default) or {@code en}
     * @param password 8 to 128 characters, none of the common ones
     */
    public record NewStaff(String email, String fullName, String role, @Nullable String locale, String password) {}

    /**
     * What to change; null leaves it as it is.
     *
     * @param role code of an existing role
     * @param active false disables the user and ends all sessions
     */
    public record UserChange(@Nullable String role, @Nullable Boolean active) {}

    /** Code and names of a role. */
    public record RoleView(String code, String nameRu, String nameEn) {}

    /** No id comes after it. */
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private NewUser newUser;

    @Inject
    private SessionStore sessions;

    /** Newest first; {@code fragment} of the e-mail or the name narrows the list. */
    public Page<UserView> list(@Nullable String fragment, PageRequest page) {
        String like = "%" + (fragment == null ? "" : fragment.strip().toLowerCase(java.util.Locale.ROOT)) + "%";
        List<UserView> rows = entities.createQuery(
                        """
                        select u from User u where (lower(u.email) like :like or lower(u.fullName) like :like)
                        and u.id < :before order by u.id desc""",
                        User.class)
                .setParameter("like", like)
                .setParameter("before", page.before() == null ? BEHIND_ALL : page.before())
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(Users::view)
                .toList();
        return Page.of(rows, page.limit(), user -> user.id().toString());
    }

    public Optional<UserView> find(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id)).map(Users::view);
    }

    /** Refusals: {@code not-found}. */
    public UserView get(UUID id) {
        return find(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: those of {@link #setRole}, {@link #disable} and {@link #enable}. */
    public UserView change(UUID id, UserChange change) {
        if (change.role() != null) {
            setRole(id, change.role());
        }
        if (change.active() != null) {
            return change.active() ? enable(id) : disable(id);
        }
        return get(id);
    }

    public List<RoleView> roles() {
        return Sql.in(database)
                .list(
                        "select code, name_ru, name_en from roles order by code",
                        row -> new RoleView(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Refusals: {@code validation}. */
    public UserView create(NewStaff staff) {
        requireRole(staff.role());
        String locale = "en".equals(staff.locale()) ? "en" : "ru";
        return view(newUser.create(staff.email(), staff.fullName(), staff.role(), locale, staff.password()));
    }

    /** Refusals: {@code not-found}, {@code invalid-state} for the last administrator. */
    public UserView disable(UUID id) {
        User user = load(id);
        refuseLastAdministrator(user);
        user.disable(SystemTime.now());
        sessions.revokeAll(id);
        return view(user);
    }

    /** Refusals: {@code not-found}. */
    public UserView enable(UUID id) {
        User user = load(id);
        user.enable(SystemTime.now());
        return view(user);
    }

    /** Refusals: {@code not-found}, {@code validation}, {@code invalid-state} for the last administrator. */
    public UserView setRole(UUID id, String role) {
        requireRole(role);
        User user = load(id);
        if (!role.equals("admin")) {
            refuseLastAdministrator(user);
        }
        user.assign(role, SystemTime.now());
        return view(user);
    }

    private User load(UUID id) {
        User user = entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw BusinessException.notFound();
        }
        return user;
    }

    private void requireRole(String role) {
        if (roles().stream().noneMatch(r -> r.code().equals(role))) {
            throw BusinessException.invalid("role", Text.of("auth.role.unknown"));
        }
    }

    /** All administrators are locked, so that two of them cannot disable each other at the same moment. */
    private void refuseLastAdministrator(User user) {
        List<User> administrators = entities.createQuery(
                        "select u from User u where u.role = 'admin' and u.active = true order by u.id", User.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (user.isAdministrator() && administrators.size() == 1) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.last-administrator"));
        }
    }

    private static UserView view(User user) {
        return new UserView(
                user.id(),
                user.email(),
                user.fullName(),
                user.role(),
                user.locale(),
                user.isActive(),
                user.version(),
                user.createdAt());
    }
}

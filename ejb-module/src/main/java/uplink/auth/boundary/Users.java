package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.Grants;
import uplink.auth.control.NewUser;
import uplink.auth.control.RoleRows;
import uplink.auth.control.SecondFactors;
import uplink.auth.control.SessionStore;
import uplink.auth.control.UserRows;
import uplink.auth.entity.User;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.SystemTime;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Administration of users. A change ends or alters the user's sessions within five seconds. Nobody can make somebody, or
 * change somebody, who may do more than they may themselves ({@code forbidden}).
 */
@Stateless
@Allowed(Permission.USER_WRITE)
public class Users {

    /**
     * @param role code of the role
     * @param locale {@code ru} or {@code en}
     * @param mfa whether the user has a second factor
     * @param invited whether the user has yet to set a password
     * @param lastSignInAt null when the user never signed in, or long ago
     */
    public record UserView(
            UUID id,
            String email,
            String fullName,
            String role,
            String locale,
            boolean active,
            boolean mfa,
            boolean invited,
            @Nullable Instant lastSignInAt,
            int version,
            Instant createdAt) {}

    /**
     * @param role code of an existing role; {@code customer} users are made with their customer
     * @param locale {@code ru} (default) or {@code en}
     * @param password 8 to 128 characters, none of the common ones; null: the user gets a mail with a link to set it
     */
    public record NewStaff(
            String email, String fullName, String role, @Nullable String locale, @Nullable String password) {}

    /**
     * What to change; null leaves it as it is.
     *
     * @param role code of an existing role
     * @param active false disables the user and ends all sessions
     * @param locale {@code ru} or {@code en}
     */
    public record UserChange(
            @Nullable String role, @Nullable Boolean active, @Nullable String fullName, @Nullable String locale) {}

    /** Code and names of a role. */
    public record RoleView(String code, String nameRu, String nameEn) {}

    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Inject
    private NewUser newUser;

    @Inject
    private UserRows rows;

    @Inject
    private RoleRows roleRows;

    @Inject
    private SessionStore sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuthEvents events;

    /** A page for the console: filtered, sorted and cut in the database. */
    public List<UserView> list(UserQuery query) {
        return rows.list(query);
    }

    /** How many the query finds. */
    public long count(UserQuery query) {
        return rows.count(query);
    }

    /** Newest first; {@code fragment} of the e-mail or the name narrows the list. */
    public Page<UserView> list(@Nullable String fragment, PageRequest page) {
        return Page.of(
                rows.page(fragment, page), page.limit(), user -> user.id().toString());
    }

    public Optional<UserView> find(UUID id) {
        return rows.find(id);
    }

    /** Refusals: {@code not-found}. */
    public UserView get(UUID id) {
        return find(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, and those of {@link #setRole}, {@link #disable} and {@link #enable}. */
    public UserView change(UUID id, UserChange change) {
        if (change.fullName() != null || change.locale() != null) {
            rename(id, change.fullName(), change.locale());
        }
        if (change.role() != null) {
            setRole(id, change.role());
        }
        if (change.active() != null) {
            return change.active() ? enable(id) : disable(id);
        }
        return get(id);
    }

    /** The roles that a user can have. */
    public List<RoleView> roles() {
        return roleRows.list().stream()
                .filter(role -> !role.code().equals("service"))
                .map(role -> new RoleView(role.code(), role.nameRu(), role.nameEn()))
                .toList();
    }

    /** Refusals: {@code validation}, {@code forbidden}. */
    public UserView create(NewStaff staff) {
        requireAssignable(staff.role());
        String locale = "en".equals(staff.locale()) ? "en" : "ru";
        User user = newUser.create(staff.email(), staff.fullName(), staff.role(), locale, staff.password());
        entities.flush();
        if (staff.password() == null) {
            events.announce(AuthEvents.INVITED, user.id());
        }
        return get(user.id());
    }

    /**
     * Sends the user a mail with a link to set a password: the invitation again when there is none yet. Refusals: {@code
     * not-found}, {@code forbidden}, {@code invalid-state} for a disabled user.
     */
    public void sendPasswordLink(UUID id) {
        User user = load(id);
        if (!user.isActive()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("auth.user.disabled"));
        }
        events.announce(user.passwordHash() == null ? AuthEvents.INVITED : AuthEvents.PASSWORD_RESET_REQUESTED, id);
    }

    /** The user's open sessions, newest first. Refusals: {@code not-found}. */
    public Page<Session> sessions(UUID id, PageRequest page) {
        List<Session> found = sessions.list(get(id).id(), null, page);
        return Page.of(found, page.limit(), session -> session.id().toString());
    }

    /** The same for the console: a page cut in the database. */
    public List<Session> sessions(UUID id, int first, int size) {
        return sessions.list(id, null, first, size);
    }

    /** How many sessions the user has open. */
    public long countSessions(UUID id) {
        return sessions.count(id);
    }

    /** Ends all of the user's sessions; holds on every node within five seconds. Refusals: {@code not-found}, {@code forbidden}. */
    public void endSessions(UUID id) {
        load(id);
        sessions.revokeAll(id);
    }

    /** Refusals: {@code not-found}, {@code forbidden}, {@code invalid-state} for the last administrator. */
    public UserView disable(UUID id) {
        User user = load(id);
        refuseLastAdministrator(user);
        user.disable(SystemTime.now());
        sessions.revokeAll(id);
        return saved(id);
    }

    /** Refusals: {@code not-found}, {@code forbidden}. */
    public UserView enable(UUID id) {
        load(id).enable(SystemTime.now());
        return saved(id);
    }

    /**
     * Refusals: {@code not-found}, {@code validation}, {@code forbidden}, {@code invalid-state} for the last
     * administrator.
     */
    public UserView setRole(UUID id, String role) {
        requireAssignable(role);
        User user = load(id);
        if (!role.equals("admin")) {
            refuseLastAdministrator(user);
        }
        user.assign(role, SystemTime.now());
        return saved(id);
    }

    /**
     * For somebody who lost the authenticator and the backup codes: ends all sessions; at the next sign-in staff must
     * enrol a new one. Refusals: {@code not-found}, {@code forbidden}.
     */
    public void resetSecondFactor(UUID id) {
        load(id);
        factors.remove(id);
        sessions.revokeAll(id);
    }

    private void rename(UUID id, @Nullable String fullName, @Nullable String locale) {
        User user = load(id);
        Validation validation = new Validation();
        String name = fullName == null ? user.fullName() : validation.text("fullName", fullName, LONGEST_NAME);
        String wanted = locale == null ? user.locale() : locale;
        validation.check(wanted.equals("ru") || wanted.equals("en"), "locale", Text.of("shared.validation.format"));
        validation.done();
        user.rename(name, wanted, SystemTime.now());
        saved(id);
    }

    private UserView saved(UUID id) {
        entities.flush();
        return get(id);
    }

    private User load(UUID id) {
        User user = entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || user.role().equals("service")) {
            throw BusinessException.notFound();
        }
        Grants.requireHeld(roleRows.permissionsOf(user.role()));
        return user;
    }

    private void requireAssignable(String role) {
        if (roles().stream().noneMatch(r -> r.code().equals(role))) {
            throw BusinessException.invalid("role", Text.of("auth.role.unknown"));
        }
        Grants.requireHeld(roleRows.permissionsOf(role));
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
}

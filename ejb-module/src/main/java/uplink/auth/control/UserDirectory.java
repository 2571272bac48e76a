package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Trail;

/** Users as sign-in sees them: read by plain SQL, because it happens outside any transaction. */
@ApplicationScoped
public class UserDirectory {

    private static final String ACTIVE =
            """
            select u.id, c.id customer_id, u.email, u.full_name, u.role, u.locale, false restricted
            from users u left join customers c on c.user_id = u.id
            where u.id = ? and u.is_active""";

    /**
     * @param passwordHash null while the user has set no password
     */
    record Credentials(UUID userId, @Nullable String passwordHash, boolean isActive) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private RolePermissions roles;

    protected UserDirectory() {}

    UserDirectory(DataSource database, RolePermissions roles) {
        this.database = database;
        this.roles = roles;
    }

    Optional<Credentials> credentials(String email) {
        return Sql.in(database)
                .first(
                        "select id, password_hash, is_active from users where lower(email) = ?",
                        row -> new Credentials(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)),
                        Emails.normal(email));
    }

    /** The user with the permissions of now; empty when disabled or gone. */
    public Optional<SignedInUser> active(UUID userId) {
        return Sql.in(database).first(ACTIVE, this::user, userId);
    }

    /** The id behind an e-mail, of an active user who reads mail. */
    public Optional<UUID> idOf(String email) {
        return Sql.in(database)
                .first(
                        "select id from users where lower(email) = ? and is_active and role <> 'service'",
                        row -> row.getObject(1, UUID.class),
                        Emails.normal(email));
    }

    /** Replaces the hash unless somebody changed the password meanwhile. */
    void rehash(UUID userId, String before, String after) {
        Sql.in(database)
                .update(
                        "update users set password_hash = ?, updated_at = ? where id = ? and password_hash = ?",
                        after,
                        SystemTime.now(),
                        userId,
                        before);
    }

    /**
     * Records that somebody was refused who claimed to be this user. Kept at once, whatever becomes of the caller's
     * transaction.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refused(UUID userId, String action) {
        Trail.note(Sql.in(database), null, new Trail.Note(action, "user", userId.toString(), Map.of()));
    }

    /** Costs the same where there is no such user: a commit, which is what takes the time. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refusedNobody(UUID attempt) {
        Sql.in(database).update("update login_attempts set succeeded = false where id = ?", attempt);
    }

    /** From a row with id, customer_id, email, full_name, role, locale, and restricted: no second factor yet. */
    SignedInUser user(ResultSet row) throws SQLException {
        String role = row.getString("role");
        SignedInUser user = new SignedInUser(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("email"),
                row.getString("full_name"),
                role,
                roles.of(role),
                Locale.forLanguageTag(row.getString("locale")));
        return row.getBoolean("restricted") ? user.beforeSecondFactor() : user;
    }
}

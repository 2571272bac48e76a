package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** A new password for a user whose right to it was checked before. */
@ApplicationScoped
public class PasswordChange {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private AuthEvents events;

    protected PasswordChange() {}

    PasswordChange(DataSource database, PasswordHasher hasher, AuthEvents events) {
        this.database = database;
        this.hasher = hasher;
        this.events = events;
    }

    /** Refused with {@code validation} when it is too short or too common. */
    public void check(String email, String wanted) {
        PasswordRules.complaint(wanted, email).ifPresent(complaint -> {
            throw BusinessException.invalid("newPassword", complaint);
        });
    }

    /** The hash of a password that was checked. Slow: not inside a transaction that holds anything. */
    public String hash(String wanted) {
        return hasher.hash(wanted);
    }

    /** Takes effect, and the user is told. */
    public void apply(UUID user, String hash) {
        Sql.in(database)
                .update(
                        "update users set password_hash = ?, updated_at = ?, version = version + 1 where id = ?",
                        hash,
                        SystemTime.now(),
                        user);
        events.announce(AuthEvents.PASSWORD_CHANGED, user);
    }
}

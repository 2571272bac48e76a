package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import uplink.auth.boundary.SignedInUser;
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

    /** Refusals: {@code validation}. */
    public void change(SignedInUser user, String wanted) {
        PasswordRules.complaint(wanted, user.email()).ifPresent(complaint -> {
            throw BusinessException.invalid("newPassword", complaint);
        });
        Sql.in(database)
                .update(
                        "update users set password_hash = ?, updated_at = ?, version = version + 1 where id = ?",
                        hasher.hash(wanted),
                        SystemTime.now(),
                        user.userId());
    }
}

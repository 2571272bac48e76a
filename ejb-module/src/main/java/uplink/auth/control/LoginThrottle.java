package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * At most ten failed password checks per account in fifteen minutes, over all nodes and however parallel: the database
 * counts and admits in one step, and an attempt counts as failed until it has succeeded. Unknown e-mails are counted the
 * same way.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final int ALLOWED = 10;
    private static final Duration SPAN = Duration.ofMinutes(15);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected LoginThrottle() {}

    LoginThrottle(DataSource database) {
        this.database = database;
    }

    /** The admitted attempt; empty when the account has used up its share. Must not be called inside a transaction. */
    Optional<UUID> admit(String email) {
        UUID attempt = Ids.next();
        boolean admitted = Sql.in(database)
                .first(
                        "select take_login_attempt(?, ?, ?, ?, ?)",
                        row -> row.getBoolean(1),
                        account(email),
                        attempt,
                        SystemTime.now(),
                        ALLOWED,
                        SystemTime.now().minus(SPAN))
                .orElse(false);
        return admitted ? Optional.of(attempt) : Optional.empty();
    }

    void succeeded(UUID attempt) {
        Sql.in(database).update("update login_attempts set succeeded = true where id = ?", attempt);
    }

    private static byte[] account(String email) {
        return Digests.sha256(Emails.normal(email));
    }
}

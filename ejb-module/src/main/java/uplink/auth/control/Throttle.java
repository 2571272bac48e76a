package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Counts what can be tried too often, over all nodes and however parallel: the database counts and admits in one step,
 * and an attempt counts as failed until it has succeeded. Accounts that do not exist are counted the same way. Whoever
 * proves to be on a known device, or in a session, has a counter that strangers cannot use up.
 */
@ApplicationScoped
public class Throttle {

    /** What is counted, how often it may fail, and in how long. */
    public enum Counter {
        PASSWORD(10, Duration.ofMinutes(15)),
        CODE(5, Duration.ofMinutes(15)),
        /**
         * Mails that anyone can cause by naming an address; like the gateway's limits it grows with the factor. The span
         * is the life of their links: when no more mails are sent, those that were are still good, so that nobody can use
         * up somebody else's.
         */
        MAIL(grown(5), OneTimeTokens.Purpose.RESET_PASSWORD.lifetime()),
        /** The mail with the way past a throttle. */
        WAY_PAST(1, Duration.ofMinutes(15));

        private final int allowed;
        private final Duration span;

        Counter(int allowed, Duration span) {
            this.allowed = allowed;
            this.span = span;
        }

        private static int grown(int limit) {
            BigDecimal factor = new BigDecimal(Settings.text("UPLINK_RATE_LIMIT_FACTOR", "1"));
            return Math.max(1, factor.multiply(BigDecimal.valueOf(limit)).intValue());
        }
    }

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Throttle() {}

    Throttle(DataSource database) {
        this.database = database;
    }

    /**
     * The admitted attempt; empty when the counter has used up its share. Counted at once, whatever becomes of the
     * caller's transaction.
     *
     * @param account e-mail, or a user's id
     * @param proof of a known device or a session, verified before; null for strangers
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<UUID> admit(Counter counter, String account, @Nullable String proof) {
        UUID attempt = Ids.next();
        boolean admitted = Sql.in(database)
                .first(
                        "select take_login_attempt(?, ?, ?, ?, ?)",
                        row -> row.getBoolean(1),
                        name(counter, account, proof),
                        attempt,
                        SystemTime.now(),
                        counter.allowed,
                        SystemTime.now().minus(counter.span))
                .orElse(false);
        return admitted ? Optional.of(attempt) : Optional.empty();
    }

    /** The counter's own bookkeeping: one statement that commits by itself, with nothing to tell the audit trail. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void succeeded(UUID attempt) {
        Callers.run(Caller.system("throttle"), () -> Sql.in(database)
                .update("update login_attempts set succeeded = true where id = ?", attempt));
    }

    static byte[] name(Counter counter, String account, @Nullable String proof) {
        return Digests.sha256(counter + "|" + Emails.normal(account) + (proof == null ? "" : "|" + proof));
    }
}

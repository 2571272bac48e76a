package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Tokens that are good once, for a short time and one purpose. Stored hashed: whoever reads the table cannot use it. */
@ApplicationScoped
public class OneTimeTokens {

    /** What a token is for, and how long it lives. */
    public enum Purpose implements Coded {
        CONFIRM_EMAIL(Duration.ofHours(24)),
        CHANGE_EMAIL(Duration.ofHours(24)),
        RESET_PASSWORD(Duration.ofMinutes(30)),
        KNOW_DEVICE(Duration.ofMinutes(30)),
        SECOND_FACTOR(Duration.ofMinutes(5)),
        PASSKEY_REGISTRATION(Duration.ofMinutes(5)),
        PASSKEY_FACTOR(Duration.ofMinutes(5)),
        PASSKEY_SIGN_IN(Duration.ofMinutes(5));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        public Duration lifetime() {
            return lifetime;
        }
    }

    private static final int LONGEST = 200;

    private static final String PEEK =
            """
            select subject, detail from one_time_tokens
            where token_hash = ? and purpose = ? and used_at is null and expires_at > ?""";

    /** The one that is used takes its siblings with it: of several mails only one can be acted on. */
    private static final String USE =
            """
            with mine as (
                update one_time_tokens set used_at = ?
                where token_hash = ? and purpose = ? and used_at is null and expires_at > ?
                returning token_hash, subject, purpose, detail),
            siblings as (
                update one_time_tokens t set used_at = ? from mine m
                where t.subject = m.subject and t.purpose = m.purpose and t.used_at is null
                  and t.token_hash <> m.token_hash)
            select subject, detail from mine""";

    /** What the token stands for. */
    public record Meaning(UUID subject, @Nullable String detail) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected OneTimeTokens() {}

    OneTimeTokens(DataSource database) {
        this.database = database;
    }

    /** A new token; it is here once and stored only as a hash. */
    public String issue(Purpose purpose, UUID subject, @Nullable String detail) {
        return issue(purpose, subject, detail, purpose.lifetime());
    }

    /** The same, with a lifetime of its own. */
    String issue(Purpose purpose, UUID subject, @Nullable String detail, Duration lifetime) {
        String token = Digests.token();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        """
                        insert into one_time_tokens (token_hash, purpose, subject, detail, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""",
                        Digests.sha256(token),
                        purpose.code(),
                        subject,
                        detail,
                        now,
                        now.plus(lifetime));
        return token;
    }

    /** What the token stands for, while it is good. */
    public Optional<Meaning> peek(Purpose purpose, String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : Sql.in(database)
                        .first(
                                PEEK,
                                row -> new Meaning(row.getObject(1, UUID.class), row.getString(2)),
                                Digests.sha256(token),
                                purpose.code(),
                                SystemTime.now());
    }

    /** Uses the token up, by one conditional statement: of many who try at once one gets its meaning. */
    public Optional<Meaning> use(Purpose purpose, String token) {
        Instant now = SystemTime.now();
        return token.length() > LONGEST
                ? Optional.empty()
                : Sql.in(database)
                        .first(
                                USE,
                                row -> new Meaning(row.getObject(1, UUID.class), row.getString(2)),
                                now,
                                Digests.sha256(token),
                                purpose.code(),
                                now,
                                now);
    }
}

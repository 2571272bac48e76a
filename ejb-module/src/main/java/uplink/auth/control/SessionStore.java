package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/**
 * Sessions and their refresh tokens, as rows: each sign-in is one family of tokens, each token is good for one use, and
 * each step is one conditional statement, so that it holds on any number of nodes.
 */
@ApplicationScoped
public class SessionStore {

    private static final Duration LIFETIME = Duration.ofDays(30);
    /** How long an honest client may take to notice that the answer to its refresh was lost. */
    private static final Duration LOST_ANSWER = Duration.ofSeconds(10);

    private static final String OPEN =
            """
            with session as (
                insert into sessions (id, user_id, refresh_family, device_info, ip, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, id, ? from session""";

    /** Retires the token and issues its successor in one statement: nobody sees a half-done exchange. */
    private static final String EXCHANGE =
            """
            with retired as (
                update refresh_tokens t set used_at = ?, used_by = ?
                from sessions s
                where t.token_hash = ? and t.used_at is null
                  and s.id = t.session_id and s.revoked_at is null and s.expires_at > ?
                returning t.session_id)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, session_id, ? from retired
            returning session_id""";

    /** Once, soon after, from the same device: the successor that never arrived dies and another one takes its place. */
    private static final String RECOVER =
            """
            with lost as (
                update refresh_tokens t set recovered = true
                from sessions s
                where t.token_hash = ? and t.used_at > ? and t.used_by is not distinct from ? and not t.recovered
                  and s.id = t.session_id and s.revoked_at is null and s.expires_at > ?
                  and not exists (select from refresh_tokens n where n.session_id = t.session_id
                                  and n.issued_at >= t.used_at and n.used_at is not null)
                returning t.session_id),
            dead as (
                delete from refresh_tokens n using lost where n.session_id = lost.session_id and n.used_at is null)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, session_id, ? from lost
            returning session_id""";

    private static final String REVOKE_FAMILY =
            """
            update sessions set revoked_at = ?
            where revoked_at is null and id = (select session_id from refresh_tokens where token_hash = ?)""";

    /** A session just opened or renewed; the token is here once and stored only as a hash. */
    public record Opened(UUID sessionId, String refreshToken) {}

    public record Renewed(SignedInUser user, Opened opened) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private UserDirectory users;

    protected SessionStore() {}

    SessionStore(DataSource database, UserDirectory users) {
        this.database = database;
        this.users = users;
    }

    public Opened open(SignedInUser user, @Nullable String deviceInfo, String ip) {
        UUID session = Ids.next();
        String token = Digests.token();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        OPEN,
                        session,
                        user.userId(),
                        session,
                        device(deviceInfo),
                        ip,
                        now,
                        now.plus(LIFETIME),
                        Digests.sha256(token),
                        now);
        return new Opened(session, token);
    }

    /** Refused with {@code unauthenticated}; a reused token ends its session. */
    public Renewed renew(String token, @Nullable String deviceInfo) {
        byte[] hash = Digests.sha256(token);
        String next = Digests.token();
        UUID session = exchange(hash, next, deviceInfo)
                .or(() -> recover(hash, next, deviceInfo))
                .orElseThrow(() -> refused(hash));
        SignedInUser user = user(session).orElseThrow(() -> refused(hash));
        return new Renewed(user, new Opened(session, next));
    }

    public void revoke(UUID session) {
        Sql.in(database)
                .update(
                        "update sessions set revoked_at = ? where id = ? and revoked_at is null",
                        SystemTime.now(),
                        session);
    }

    public void revokeAll(UUID user) {
        Sql.in(database)
                .update(
                        "update sessions set revoked_at = ? where user_id = ? and revoked_at is null",
                        SystemTime.now(),
                        user);
    }

    public void revokeOthers(UUID user, UUID session) {
        Sql.in(database)
                .update(
                        "update sessions set revoked_at = ? where user_id = ? and id <> ? and revoked_at is null",
                        SystemTime.now(),
                        user,
                        session);
    }

    /** The session's user as of now; empty when the session ended or the user was disabled. */
    public Optional<SignedInUser> user(UUID session) {
        return Sql.in(database)
                .first(
                        """
                        select u.id, c.id customer_id, u.email, u.full_name, u.role, u.locale
                        from sessions s join users u on u.id = s.user_id left join customers c on c.user_id = u.id
                        where s.id = ? and s.revoked_at is null and s.expires_at > ? and u.is_active""",
                        users::user,
                        session,
                        SystemTime.now());
    }

    private Optional<UUID> exchange(byte[] hash, String next, @Nullable String deviceInfo) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(EXCHANGE, SessionStore::id, now, device(deviceInfo), hash, now, Digests.sha256(next), now);
    }

    private Optional<UUID> recover(byte[] hash, String next, @Nullable String deviceInfo) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(
                        RECOVER,
                        SessionStore::id,
                        hash,
                        now.minus(LOST_ANSWER),
                        device(deviceInfo),
                        now,
                        Digests.sha256(next),
                        now);
    }

    private BusinessException refused(byte[] hash) {
        Sql.in(database).update(REVOKE_FAMILY, SystemTime.now(), hash);
        return new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("auth.refresh.refused"));
    }

    private static UUID id(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getObject(1, UUID.class);
    }

    private static @Nullable String device(@Nullable String deviceInfo) {
        return deviceInfo == null ? null : deviceInfo.substring(0, Math.min(deviceInfo.length(), 200));
    }
}

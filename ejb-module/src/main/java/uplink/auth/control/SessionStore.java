package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Session;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Sessions, as rows: the truth about who is signed in, on every node. */
@ApplicationScoped
public class SessionStore {

    /** What was signed in to, and for how long at most. */
    public enum Kind implements Coded {
        API(Duration.ofDays(30)),
        CONSOLE(Duration.ofHours(12));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    private static final String OPEN =
            """
            with session as (
                insert into sessions (id, user_id, refresh_family, kind, device_info, ip, second_factor_at,
                                      confirmed_at, created_at, used_at, expires_at)
                values (?, ?, ?, ?, ?, ?, case when ? then ?::timestamptz end, ?, ?, ?, ?) returning id)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, id, ? from session""";

    /** Staff who have not passed a second factor get nothing but the right to enrol one. */
    private static final String USER =
            """
            select u.id, c.id customer_id, u.email, u.full_name, u.role, u.locale,
                   u.role <> 'customer' and s.second_factor_at is null restricted
            from sessions s join users u on u.id = s.user_id left join customers c on c.user_id = u.id
            where s.id = ? and s.revoked_at is null and s.expires_at > ? and u.is_active""";

    private static final String LIST =
            """
            select id, kind, device_info, ip, created_at, used_at, expires_at from sessions
            where user_id = ? and revoked_at is null and expires_at > ? and (?::uuid is null or id < ?::uuid)
            order by id desc limit ?""";

    private static final String SLICE =
            """
            select id, kind, device_info, ip, created_at, used_at, expires_at from sessions
            where user_id = ? and revoked_at is null and expires_at > ? order by id desc offset ? limit ?""";

    private static final int REMEMBERED = 200;
    private static final Duration FRESH = Duration.ofMinutes(15);

    /** A session just opened or renewed; the token is here once and stored only as a hash. */
    public record Opened(UUID sessionId, String refreshToken) {}

    /** Who began a session, from where and when. */
    public record Origin(UUID user, @Nullable String ip, Instant at) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private UserDirectory users;

    protected SessionStore() {}

    SessionStore(DataSource database, UserDirectory users) {
        this.database = database;
        this.users = users;
    }

    /**
     * Opens a session, with the first refresh token of its family.
     *
     * @param secondFactor whether one was passed just now
     */
    public Opened open(UUID user, Device device, Kind kind, boolean secondFactor) {
        UUID session = Ids.next();
        String token = Digests.token();
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        OPEN,
                        session,
                        user,
                        session,
                        kind.code(),
                        device.info(),
                        device.ip(),
                        secondFactor,
                        now,
                        now,
                        now,
                        now,
                        now.plus(kind.lifetime),
                        Digests.sha256(token),
                        now);
        return new Opened(session, token);
    }

    /**
     * Whether somebody who has been here before has never come like this: neither with a device that we know, nor from that
     * address with a program that calls itself so. The last {@value #REMEMBERED} sessions count, as long as they are kept.
     */
    public boolean isNew(UUID user, Device device) {
        return device.name() == null
                && Sql.in(database)
                                .number(
                                        """
                                        select count(*) from (
                                            select bool_or(s.device_info is not distinct from ? and s.ip is not distinct from ?) seen
                                            from (select device_info, ip from sessions where user_id = ?
                                                order by created_at desc limit ?) s) a
                                        where not a.seen""",
                                        device.info(),
                                        device.ip(),
                                        user,
                                        REMEMBERED)
                        > 0;
    }

    /** The session's user as of now; empty when the session ended or the user was disabled. */
    public Optional<SignedInUser> user(UUID session) {
        return Sql.in(database).first(USER, users::user, session, SystemTime.now());
    }

    /** Those that are open, newest first. */
    public List<Session> list(UUID user, @Nullable UUID current, PageRequest page) {
        return Sql.in(database)
                .list(
                        LIST,
                        row -> session(row, current),
                        user,
                        SystemTime.now(),
                        page.before(),
                        page.before(),
                        page.limit() + 1);
    }

    /** One of any state; what the reader is told of it. Empty when it is not kept any more. */
    public Optional<Origin> origin(UUID session) {
        return Sql.in(database)
                .first(
                        "select user_id, ip, created_at from sessions where id = ?",
                        row -> new Origin(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()),
                        session);
    }

    /** Notes that the session is in use; once a minute is enough. */
    public void seen(UUID session) {
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        "update sessions set used_at = ? where id = ? and used_at < ?",
                        now,
                        session,
                        now.minus(Duration.ofMinutes(1)));
    }

    public void passedSecondFactor(UUID session) {
        Instant now = SystemTime.now();
        Sql.in(database)
                .update("update sessions set second_factor_at = ?, confirmed_at = ? where id = ?", now, now, session);
    }

    /** The user has just proved again who they are. */
    public void confirmed(UUID session) {
        Sql.in(database).update("update sessions set confirmed_at = ? where id = ?", SystemTime.now(), session);
    }

    /** Whether that is not long ago: only then what signs in is changed, so that a session left open is not enough. */
    public boolean isFresh(UUID session) {
        return Sql.in(database)
                        .number(
                                "select count(*) from sessions where id = ? and confirmed_at > ?",
                                session,
                                SystemTime.now().minus(FRESH))
                == 1;
    }

    /** A page for the console, newest first. */
    public List<Session> list(UUID user, @Nullable UUID current, int first, int size) {
        return Sql.in(database).list(SLICE, row -> session(row, current), user, SystemTime.now(), first, size);
    }

    /** How many are open. */
    public long count(UUID user) {
        return Sql.in(database)
                .number(
                        "select count(*) from sessions where user_id = ? and revoked_at is null and expires_at > ?",
                        user,
                        SystemTime.now());
    }

    public void revoke(UUID session) {
        Sql.in(database)
                .update(
                        "update sessions set revoked_at = ? where id = ? and revoked_at is null",
                        SystemTime.now(),
                        session);
    }

    /** Whether that user had such a session open. */
    public boolean revoke(UUID user, UUID session) {
        return Sql.in(database)
                        .update(
                                """
                                update sessions set revoked_at = ?
                                where id = ? and user_id = ? and revoked_at is null and expires_at > ?""",
                                SystemTime.now(),
                                session,
                                user,
                                SystemTime.now())
                == 1;
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

    private static Session session(ResultSet row, @Nullable UUID current) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Session(
                id,
                Coded.of(Kind.class, row.getString(2)).code(),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant(),
                id.equals(current));
    }
}

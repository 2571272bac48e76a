package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/**
 * The exchange of refresh tokens: each is good for one use, and each step is one conditional statement, so that it holds
 * on any number of nodes. A token that comes again has two users, and one of them is a thief: its family ends.
 */
@ApplicationScoped
public class RefreshTokens {

    /** How long an honest client may take to notice that the answer to its refresh was lost. */
    private static final Duration LOST_ANSWER = Duration.ofSeconds(10);

    /** Retires the token and issues its successor in one statement: nobody sees a half-done exchange. */
    private static final String EXCHANGE =
            """
            with retired as (
                update refresh_tokens t set used_at = ?, used_by = ?
                from sessions s
                where t.token_hash = ? and t.used_at is null
                  and s.id = t.session_id and s.revoked_at is null and s.expires_at > ?
                returning t.session_id),
            seen as (update sessions s set used_at = ?, ip = ? from retired r where s.id = r.session_id)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, session_id, ? from retired
            returning session_id""";

    /**
     * Once, soon after, from the same device: the successor that never arrived is retired unused, and another one takes
     * its place. Should it turn up after all, it is a reuse.
     */
    private static final String RECOVER =
            """
            with lost as (
                update refresh_tokens t set recovered = true
                from sessions s
                where t.token_hash = ? and t.used_at > ? and t.used_by = ? and not t.recovered
                  and s.id = t.session_id and s.revoked_at is null and s.expires_at > ?
                  and not exists (select from refresh_tokens n where n.session_id = t.session_id
                                  and n.issued_at >= t.used_at and n.used_at is not null)
                returning t.session_id),
            dead as (
                update refresh_tokens n set used_at = ?, used_by = 'lost', recovered = true from lost
                where n.session_id = lost.session_id and n.used_at is null)
            insert into refresh_tokens (token_hash, session_id, issued_at) select ?, session_id, ? from lost
            returning session_id""";

    private static final String END_FAMILY =
            """
            update sessions s set revoked_at = ?
            from refresh_tokens t, users u
            where t.token_hash = ? and t.used_at is not null and s.id = t.session_id and s.revoked_at is null
              and u.id = s.user_id
            returning s.id, s.user_id, (select c.id from customers c where c.user_id = s.user_id)""";

    private record Ended(UUID session, UUID user, @Nullable UUID customer) {}

    /** A renewed session; the token is here once and stored only as a hash. */
    public record Renewed(SignedInUser user, SessionStore.Opened opened) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private SessionStore sessions;

    @Inject
    private AuthEvents events;

    protected RefreshTokens() {}

    RefreshTokens(DataSource database, SessionStore sessions, AuthEvents events) {
        this.database = database;
        this.sessions = sessions;
        this.events = events;
    }

    /** Refused with {@code unauthenticated}; a reused token ends its session and its user is told. */
    public Renewed renew(String token, Device device) {
        byte[] hash = Digests.sha256(token);
        String next = Digests.token();
        // asked before the exchange: in a race for one token the winner is answered, whatever the losers cause
        Optional<SignedInUser> user = sessionOf(hash).flatMap(sessions::user);
        UUID session = exchange(hash, next, device)
                .or(() -> recover(hash, next, device))
                .orElseThrow(() -> reused(hash));
        if (user.isEmpty()) {
            sessions.revoke(session);
            throw refused();
        }
        return new Renewed(user.get(), new SessionStore.Opened(session, next));
    }

    /** Whose token this is, whether it is still good or not; to find the device's name. */
    public Optional<UUID> ownerOf(String token) {
        return Sql.in(database)
                .first(
                        """
                        select s.user_id from refresh_tokens t join sessions s on s.id = t.session_id
                        where t.token_hash = ?""",
                        row -> row.getObject(1, UUID.class),
                        Digests.sha256(token));
    }

    private Optional<UUID> sessionOf(byte[] hash) {
        return Sql.in(database)
                .first(
                        "select session_id from refresh_tokens where token_hash = ?",
                        row -> row.getObject(1, UUID.class),
                        hash);
    }

    private Optional<UUID> exchange(byte[] hash, String next, Device device) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(
                        EXCHANGE,
                        row -> row.getObject(1, UUID.class),
                        now,
                        device.fingerprint(),
                        hash,
                        now,
                        now,
                        device.ip(),
                        Digests.sha256(next),
                        now);
    }

    private Optional<UUID> recover(byte[] hash, String next, Device device) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(
                        RECOVER,
                        row -> row.getObject(1, UUID.class),
                        hash,
                        now.minus(LOST_ANSWER),
                        device.fingerprint(),
                        now,
                        now,
                        Digests.sha256(next),
                        now);
    }

    private BusinessException reused(byte[] hash) {
        Sql.in(database)
                .first(
                        END_FAMILY,
                        row -> new Ended(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)),
                        SystemTime.now(),
                        hash)
                .ifPresent(this::tell);
        return refused();
    }

    private void tell(Ended ended) {
        Map<String, Object> data = new HashMap<>(Map.of("userId", ended.user(), "sessionId", ended.session()));
        if (ended.customer() != null) {
            data.put("customerId", ended.customer());
        }
        events.announce(AuthEvents.REFRESH_REUSED, ended.user(), data);
    }

    private static BusinessException refused() {
        return new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("auth.refresh.refused"));
    }
}

package uplink.notification.control.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushDevice;
import uplink.notification.boundary.PushPlatform;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** The tokens, as rows. One is alive as long as the session that registered it. */
@ApplicationScoped
public class PushTokens {

    private static final String ALIVE =
            """
            push_tokens t join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > ?
                join users u on u.id = s.user_id and u.is_active""";

    /**
     * A token that comes again stays the same row, unless it is somebody else's now: then what was addressed to the one
     * before must not reach the one who has the device.
     */
    private static final String REGISTER =
            """
            insert into push_tokens as t (id, session_id, platform, address, public_key, secret, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (platform, address) do update set
                id = case when (select b.user_id from sessions b where b.id = t.session_id)
                    = (select n.user_id from sessions n where n.id = excluded.session_id) then t.id else excluded.id end,
                session_id = excluded.session_id, public_key = excluded.public_key, secret = excluded.secret,
                created_at = excluded.created_at
            returning id, platform, created_at""";

    /** The oldest beyond what one user may have: devices that were replaced and never said so. */
    private static final String TRIM =
            """
            delete from push_tokens where id in (
                select t.id from push_tokens t join sessions s on s.id = t.session_id
                where s.user_id = (select user_id from sessions where id = ?) order by t.created_at desc, t.id desc
                offset ?)""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected PushTokens() {}

    public PushTokens(DataSource database) {
        this.database = database;
    }

    /** Whoever has a token is the one who registered it last. */
    public PushDevice register(
            UUID session,
            PushPlatform platform,
            String address,
            @Nullable String publicKey,
            @Nullable String secret,
            int most) {
        Sql sql = Sql.in(database);
        Instant now = SystemTime.now();
        PushDevice device = sql.first(
                        REGISTER,
                        PushTokens::device,
                        Ids.next(),
                        session,
                        platform.code(),
                        address,
                        publicKey,
                        secret,
                        now)
                .orElseThrow();
        sql.update(TRIM, session, most);
        return device;
    }

    /** The user's own that are alive, newest first. */
    public List<PushDevice> of(UUID user) {
        return Sql.in(database)
                .list(
                        "select t.id, t.platform, t.created_at from " + ALIVE
                                + " where u.id = ? order by t.created_at desc, t.id desc",
                        PushTokens::device,
                        SystemTime.now(),
                        user);
    }

    /** Whether there was such a one of that user's. */
    public boolean remove(UUID user, UUID id) {
        return Sql.in(database)
                        .update(
                                """
                                delete from push_tokens t using sessions s
                                where t.id = ? and s.id = t.session_id and s.user_id = ?""",
                                id,
                                user)
                > 0;
    }

    /** Its service does not know it any more. */
    public void drop(UUID id) {
        Sql.in(database).update("delete from push_tokens where id = ?", id);
    }

    /** Empty when it is not alive. */
    Optional<PushToken> alive(UUID id) {
        return Sql.in(database)
                .first(
                        "select t.id, c.id, t.platform, t.address, t.public_key, t.secret from " + ALIVE
                                + " left join customers c on c.user_id = u.id where t.id = ?",
                        row -> new PushToken(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                Coded.of(PushPlatform.class, row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        SystemTime.now(),
                        id);
    }

    private static PushDevice device(ResultSet row) throws SQLException {
        return new PushDevice(
                row.getObject(1, UUID.class),
                Coded.of(PushPlatform.class, row.getString(2)),
                row.getTimestamp(3).toInstant());
    }
}

package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.auth.boundary.ApiKey;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Keys of service accounts: 256 random bits, stored hashed; each may do what it was made for, until it expires. */
@ApplicationScoped
public class ApiKeys {

    /** So that a key is known when it turns up where it should not be. */
    private static final String PREFIX = "uplink_key_";

    /** The prefix and 256 bits: whatever is longer or shorter is no key, asks no database and is not remembered. */
    private static final int LENGTH = PREFIX.length() + 43;

    private static final int HINT_LETTERS = PREFIX.length() + 6;

    private static final String VERIFY =
            """
            select k.id, u.id user_id, u.email, u.full_name, u.locale,
                   (select array_agg(permission) from api_key_permissions p where p.key_id = k.id) permissions
            from api_keys k join users u on u.id = k.user_id
            where k.key_hash = ? and k.revoked_at is null and k.expires_at > ? and u.is_active and u.role = 'service'""";

    private static final String LIST =
            """
            select k.id, k.name, k.hint, k.created_at, k.expires_at, k.used_at, k.revoked_at,
                   (select array_agg(permission order by permission) from api_key_permissions p where p.key_id = k.id)
            from api_keys k where k.user_id = ? order by k.id desc""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected ApiKeys() {}

    ApiKeys(DataSource database) {
        this.database = database;
    }

    static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }

    static boolean isPossible(String token) {
        return isOne(token) && token.length() == LENGTH;
    }

    /** The service account behind the key; the key's id stands for a session. Empty when expired or revoked. */
    Optional<Access> verify(String key) {
        Optional<Access> access =
                Sql.in(database).first(VERIFY, ApiKeys::access, Digests.sha256(key), SystemTime.now());
        access.ifPresent(a -> used(a.session()));
        return access;
    }

    /** The key itself is here once. */
    public String add(UUID account, String name, Set<Permission> permissions, Instant expiresAt) {
        UUID id = Ids.next();
        String key = PREFIX + Digests.token();
        Sql.in(database)
                .update(
                        """
                        insert into api_keys (id, user_id, name, key_hash, hint, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""",
                        id,
                        account,
                        name,
                        Digests.sha256(key),
                        key.substring(0, HINT_LETTERS),
                        SystemTime.now(),
                        expiresAt);
        Sql.in(database)
                .update(
                        "insert into api_key_permissions (key_id, permission) select ?, unnest(?::text[])",
                        id,
                        permissions.stream().map(Permission::code).toArray(String[]::new));
        return key;
    }

    /** Newest first, with those that have expired or were revoked. */
    public List<ApiKey> list(UUID account) {
        return Sql.in(database).list(LIST, ApiKeys::view, account);
    }

    /** Whether that account had such a key in force. */
    public boolean revoke(UUID account, UUID key) {
        return Sql.in(database)
                        .update(
                                "update api_keys set revoked_at = ? where id = ? and user_id = ? and revoked_at is null",
                                SystemTime.now(),
                                key,
                                account)
                == 1;
    }

    private void used(UUID key) {
        Instant now = SystemTime.now();
        Sql.in(database)
                .update(
                        "update api_keys set used_at = ? where id = ? and (used_at is null or used_at < ?)",
                        now,
                        key,
                        now.minusSeconds(60));
    }

    private static Access access(ResultSet row) throws SQLException {
        Set<Permission> permissions =
                codes(row, 6).flatMap(code -> Permission.of(code).stream()).collect(Collectors.toUnmodifiableSet());
        SignedInUser user = new SignedInUser(
                row.getObject(2, UUID.class),
                null,
                row.getString(3),
                row.getString(4),
                "service",
                permissions,
                Locale.forLanguageTag(row.getString(5)));
        return new Access(user, row.getObject(1, UUID.class));
    }

    private static ApiKey view(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                codes(row, 8).toList(),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant(),
                row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant());
    }

    private static Stream<String> codes(ResultSet row, int column) throws SQLException {
        return row.getArray(column) == null
                ? Stream.empty()
                : Stream.of((String[]) row.getArray(column).getArray());
    }
}

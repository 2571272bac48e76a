package uplink.auth.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.KeyRotation.KeyView;
import uplink.auth.boundary.KeyRotation.NextKey;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * The keys that sign access tokens: RSA of 3072 bits, made at the first start by whichever node is first, private parts
 * encrypted at rest. A retired key is published for as long as its tokens live.
 */
@ApplicationScoped
public class SigningKeys {

    static final int BITS = 3072;
    /** How soon a node sees what another has done to the keys. */
    private static final long FRESH_MILLIS = 4000;
    /** A new key is published for so long before it signs, so that everybody who verifies has it by then. */
    static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);
    /** Any number, the same on every node: who holds it may look whether there is a key, and make one. */
    private static final long LOCK = 0x75706C696E6BL;

    private static final String LIVING =
            """
            select kid, public_jwk::text, private_encrypted from signing_keys
            where retired_at is null or retired_at > ? order by signs_from desc""";

    private static final String SIGNING =
            """
            select kid, public_jwk::text, private_encrypted from signing_keys
            where (retired_at is null or retired_at > ?) and signs_from <= ? order by signs_from desc limit 1""";

    private record Snapshot(RSAKey signing, JWKSet published, long readAt) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private KeyVault vault;

    private volatile @Nullable Snapshot snapshot;

    protected SigningKeys() {}

    SigningKeys(DataSource database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The key that signs now, with its private part. Must not be called inside a transaction. */
    RSAKey signing() {
        return fresh().signing();
    }

    /** The public parts of all keys whose tokens may be about. */
    public JWKSet published() {
        return fresh().published();
    }

    /** The public key of that id; asks the database again when it is new here. */
    Optional<RSAKey> find(String kid) {
        return known(kid).or(() -> {
            Snapshot current = snapshot;
            boolean mayAsk = current == null || SystemTime.millis() - current.readAt() > 1000;
            if (mayAsk) {
                snapshot = read();
            }
            return known(kid);
        });
    }

    /** Whether tokens of this key are still good. */
    boolean isLiving(String kid) {
        return known(kid).isPresent();
    }

    /** When the newest key was made. */
    Instant newest() {
        signing();
        return Sql.in(database)
                .first("select max(created_at) from signing_keys", row -> row.getTimestamp(1)
                        .toInstant())
                .orElseThrow();
    }

    /**
     * Makes the next key. It signs once everybody has had the time to see it; the old one ends then, and its tokens live
     * on until they expire. After a compromise it signs at once, and no token of any earlier key is good any more.
     */
    NextKey rotate(boolean compromised) {
        RSAKey next = generate();
        Instant from = compromised ? SystemTime.now() : SystemTime.now().plus(PUBLISHED_BEFORE);
        locked(connection -> {
            String old = compromised
                    ? "update signing_keys set retired_at = 'epoch'"
                    : "update signing_keys set retired_at = ? where retired_at is null or retired_at > ?";
            try (PreparedStatement retire = connection.prepareStatement(old)) {
                if (!compromised) {
                    retire.setTimestamp(1, Timestamp.from(from));
                    retire.setTimestamp(2, Timestamp.from(from));
                }
                retire.executeUpdate();
            }
            insert(connection, next, from);
            return next;
        });
        snapshot = null;
        return new NextKey(next.getKeyID(), from);
    }

    /** Those whose tokens are good, newest first. */
    List<KeyView> list() {
        String signing = signing().getKeyID();
        Instant now = SystemTime.now();
        return Sql.in(database)
                .list(
                        """
                        select kid, created_at, signs_from, retired_at from signing_keys
                        where retired_at is null or retired_at > ? order by signs_from desc""",
                        row -> view(row, signing, now),
                        now.minus(TokenIssuer.LIFETIME));
    }

    private static KeyView view(ResultSet row, String signing, Instant now) throws SQLException {
        String kid = row.getString(1);
        Instant from = row.getTimestamp(3).toInstant();
        Timestamp retired = row.getTimestamp(4);
        String state = from.isAfter(now) ? "waiting" : kid.equals(signing) ? "signing" : "retired";
        return new KeyView(
                kid, state, row.getTimestamp(2).toInstant(), from, retired == null ? null : retired.toInstant());
    }

    /** Private parts that sign nothing any more are not kept. */
    void forgetDead() {
        Sql.in(database)
                .update(
                        "delete from signing_keys where retired_at < ?",
                        SystemTime.now().minus(TokenIssuer.LIFETIME.multipliedBy(2)));
    }

    private Optional<RSAKey> known(String kid) {
        return Optional.ofNullable(fresh().published().getKeyByKeyId(kid)).map(JWK::toRSAKey);
    }

    private Snapshot fresh() {
        Snapshot current = snapshot;
        if (current == null || SystemTime.millis() - current.readAt() > FRESH_MILLIS) {
            current = read();
            snapshot = current;
        }
        return current;
    }

    private Snapshot read() {
        Instant now = SystemTime.now();
        RSAKey signing = select(SIGNING, now, now).stream()
                .findFirst()
                .orElseGet(() -> Callers.as(Caller.system("first-signing-key"), this::first));
        // a node may still have signed with a key that was retired while its list was fresh
        Instant lastExpired = now.minus(TokenIssuer.LIFETIME).minusMillis(2 * FRESH_MILLIS);
        List<JWK> published = select(LIVING, lastExpired).stream()
                .<JWK>map(RSAKey::toPublicJWK)
                .toList();
        return new Snapshot(signing, new JWKSet(published), now.toEpochMilli());
    }

    private List<RSAKey> select(String sql, Instant... at) {
        return Sql.in(database).list(sql, this::key, (Object[]) at);
    }

    private RSAKey key(ResultSet row) throws SQLException {
        try {
            byte[] whole = vault.open(row.getString(1), row.getBytes(3));
            return RSAKey.parse(new String(whole, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + row.getString(1) + " is damaged", e);
        }
    }

    /** Nodes that start together queue here; the first makes the key, the others find it. */
    private RSAKey first() {
        return locked(connection -> {
            RSAKey key = existing(connection);
            if (key == null) {
                key = generate();
                insert(connection, key, SystemTime.now());
            }
            return key;
        });
    }

    private RSAKey locked(Sql.Work<RSAKey> work) {
        return Sql.in(database).with(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                RSAKey key = work.with(connection);
                connection.commit();
                return key;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private @Nullable RSAKey existing(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SIGNING)) {
            Timestamp now = Timestamp.from(SystemTime.now());
            select.setTimestamp(1, now);
            select.setTimestamp(2, now);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? key(rows) : null;
            }
        }
    }

    private void insert(Connection connection, RSAKey key, Instant signsFrom) throws SQLException {
        Timestamp now = Timestamp.from(SystemTime.now());
        byte[] sealed = vault.seal(key.getKeyID(), key.toJSONString().getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into signing_keys (kid, public_jwk, private_encrypted, created_at, signs_from)
                values (?, ?::jsonb, ?, ?, ?)""")) {
            insert.setString(1, key.getKeyID());
            insert.setString(2, key.toPublicJWK().toJSONString());
            insert.setBytes(3, sealed);
            insert.setTimestamp(4, now);
            insert.setTimestamp(5, Timestamp.from(signsFrom));
            insert.executeUpdate();
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a signing key", e);
        }
    }
}

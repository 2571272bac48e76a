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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * The keys that sign access tokens: RSA of 3072 bits, made at the first start by whichever node is first, private parts
 * encrypted at rest. A retired key is published for as long as its tokens live.
 */
@ApplicationScoped
public class SigningKeys {

    static final int BITS = 3072;
    private static final long FRESH_MILLIS = 60_000;
    /** Any number, the same on every node: who holds it may look whether there is a key, and make one. */
    private static final long LOCK = 0x75706C696E6BL;

    private static final String LIVING =
            """
            select kid, public_jwk::text, private_encrypted from signing_keys
            where retired_at is null or retired_at > ? order by signs_from desc""";

    private static final String SIGNING =
            """
            select kid, public_jwk::text, private_encrypted from signing_keys
            where retired_at is null and signs_from <= ? order by signs_from desc limit 1""";

    private record Snapshot(RSAKey signing, JWKSet published, long readAt) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    private final KeyVault vault;
    private volatile @Nullable Snapshot snapshot;

    protected SigningKeys() {
        this.vault = new KeyVault(Settings.text("UPLINK_SECRET_KEY", ""));
    }

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
        RSAKey signing = select(SIGNING, now).stream().findFirst().orElseGet(this::first);
        List<JWK> published = select(LIVING, now.minus(TokenIssuer.LIFETIME)).stream()
                .<JWK>map(RSAKey::toPublicJWK)
                .toList();
        return new Snapshot(signing, new JWKSet(published), now.toEpochMilli());
    }

    private List<RSAKey> select(String sql, Instant at) {
        return Sql.in(database).list(sql, this::key, at);
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
        return Sql.in(database).with(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                RSAKey key = existing(connection);
                if (key == null) {
                    key = generate();
                    insert(connection, key);
                }
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
            select.setTimestamp(1, Timestamp.from(SystemTime.now()));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? key(rows) : null;
            }
        }
    }

    private void insert(Connection connection, RSAKey key) throws SQLException {
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
            insert.setTimestamp(5, now);
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

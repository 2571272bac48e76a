package uplink.audit.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the trail. A row's covers all of its fields, each preceded by its length; a seal's covers its number, its
 * instant, the seal before it, and the rows with their order.
 */
final class Chain {

    /** What stands before the first seal. */
    static final byte[] NOTHING = new byte[32];

    /** The fields of table {@code audit_log} as text, in the order of the hash. */
    static final String FIELDS =
            """
            array[a.id::text, (extract(epoch from a.at) * 1000000)::bigint::text, a.actor_id::text, a.actor_name,
                a.actor_kind, a.key_id::text, a.edge, a.address, a.agent, a.request_id, a.action, a.entity, a.entity_id,
                a.customer_id::text, a.before::text, a.after::text]""";

    /** A row with its hash. */
    record Link(UUID id, byte[] hash) {}

    private Chain() {}

    /** From a row of id and {@link #FIELDS}. */
    static Link link(ResultSet row) throws SQLException {
        Array fields = row.getArray(2);
        return new Link(row.getObject(1, UUID.class), hash((@Nullable String[]) fields.getArray()));
    }

    private static byte[] hash(@Nullable String[] fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            if (field == null) {
                digest.update(length(-1));
            } else {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                digest.update(length(text.length));
                digest.update(text);
            }
        }
        return digest.digest();
    }

    static byte[] seal(long no, Instant at, byte[] previous, List<Link> rows) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(16)
                .putLong(no)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .flip());
        digest.update(previous);
        for (Link row : rows) {
            digest.update(ByteBuffer.allocate(16)
                    .putLong(row.id().getMostSignificantBits())
                    .putLong(row.id().getLeastSignificantBits())
                    .flip());
            digest.update(row.hash());
        }
        return digest.digest();
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(4).putInt(length).flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

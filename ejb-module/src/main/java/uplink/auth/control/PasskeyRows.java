package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.auth.boundary.Passkey;
import uplink.auth.boundary.Passkey.Descriptor;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/** Passkeys as rows: public keys, counters, and what their owners call them. */
@ApplicationScoped
public class PasskeyRows {

    /** What an authenticator said about a passkey. */
    public record Kept(
            byte[] credentialId,
            byte[] credential,
            UUID aaguid,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports) {}

    /** A passkey that somebody wants to sign in with. */
    record Known(UUID id, UUID user, byte[] credential, long signCount, boolean backupEligible, boolean backedUp) {}

    private static final String COLUMNS = "select id, label, aaguid, backed_up, created_at, used_at from passkeys ";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected PasskeyRows() {}

    PasskeyRows(DataSource database) {
        this.database = database;
    }

    public List<Passkey> list(UUID user) {
        return Sql.in(database).list(COLUMNS + "where user_id = ? order by id desc", PasskeyRows::view, user);
    }

    public long count(UUID user) {
        return Sql.in(database).number("select count(*) from passkeys where user_id = ?", user);
    }

    /** How browsers are told which ones are meant. */
    List<Descriptor> descriptors(UUID user) {
        return Sql.in(database)
                .list(
                        "select credential_id, transports from passkeys where user_id = ? order by id",
                        row -> new Descriptor(
                                "public-key",
                                Base64Url.encode(row.getBytes(1)),
                                Stream.of((String[]) row.getArray(2).getArray()).toList()),
                        user);
    }

    /** Refused with {@code conflict} when some user has it already. */
    public Passkey insert(UUID user, String label, Kept kept) {
        UUID id = Ids.next();
        int added = Sql.in(database)
                .update(
                        """
                        insert into passkeys (id, user_id, credential_id, credential, aaguid, sign_count,
                                              backup_eligible, backed_up, transports, label, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?) on conflict do nothing""",
                        id,
                        user,
                        kept.credentialId(),
                        kept.credential(),
                        kept.aaguid(),
                        kept.signCount(),
                        kept.backupEligible(),
                        kept.backedUp(),
                        kept.transports().toArray(String[]::new),
                        label,
                        SystemTime.now());
        if (added != 1) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("auth.passkey.known"));
        }
        return one(user, id).orElseThrow(BusinessException::notFound);
    }

    public Optional<Passkey> rename(UUID user, UUID id, String label) {
        Sql.in(database).update("update passkeys set label = ? where id = ? and user_id = ?", label, id, user);
        return one(user, id);
    }

    /** Whether the user had it. */
    public boolean remove(UUID user, UUID id) {
        return Sql.in(database).update("delete from passkeys where id = ? and user_id = ?", id, user) == 1;
    }

    void removeAll(UUID user) {
        Sql.in(database).update("delete from passkeys where user_id = ?", user);
    }

    Optional<Known> find(byte[] credentialId) {
        return Sql.in(database)
                .first(
                        """
                        select id, user_id, credential, sign_count, backup_eligible, backed_up from passkeys
                        where credential_id = ?""",
                        row -> new Known(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getBytes(3),
                                row.getLong(4),
                                row.getBoolean(5),
                                row.getBoolean(6)),
                        credentialId);
    }

    /** Notes the use; false when the counter has not grown since, on whatever node: then there are two of it. */
    boolean used(UUID id, long signCount, boolean backedUp) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                        .update(
                                """
                                update passkeys set sign_count = ?, backed_up = ?, used_at = ?
                                where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))""",
                                signCount,
                                backedUp,
                                now,
                                id,
                                signCount,
                                signCount)
                == 1;
    }

    private Optional<Passkey> one(UUID user, UUID id) {
        return Sql.in(database).first(COLUMNS + "where user_id = ? and id = ?", PasskeyRows::view, user, id);
    }

    private static Passkey view(ResultSet row) throws SQLException {
        return new Passkey(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getBoolean(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant());
    }
}

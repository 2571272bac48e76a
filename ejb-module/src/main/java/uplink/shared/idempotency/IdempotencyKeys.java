package uplink.shared.idempotency;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Idempotency keys, each user's own. A claim is committed before the work, its completion together with the work. A
 * claim whose holder died is taken over after a while; should the holder only have been slow, it can no longer complete
 * and its work is rolled back.
 */
@ApplicationScoped
public class IdempotencyKeys {

    private static final Duration GIVEN_UP = Duration.ofMinutes(5);

    private record Row(byte[] hash, UUID claim, boolean done, Instant createdAt, @Nullable StoredAnswer answer) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    private final AnswerSeal seal;

    public IdempotencyKeys() {
        this.seal = new AnswerSeal(RequestMac.begin());
    }

    /** @param master 32 bytes in base64 */
    IdempotencyKeys(DataSource database, String master) {
        this.database = database;
        this.seal = new AnswerSeal(RequestMac.begin(master));
    }

    /** Must be called outside a transaction, because the claim is to be seen by others at once. */
    public Claim claim(UUID owner, String key, byte[] requestHash) {
        UUID mine = Ids.next();
        if (insert(owner, key, requestHash, mine)) {
            return new Claim(Claim.State.MINE, owner, key, mine, null);
        }
        Optional<Row> found = find(owner, key);
        if (found.isEmpty()) {
            // released between the two statements: whoever asks again has a fresh start
            return new Claim(Claim.State.RUNNING, owner, key, mine, null);
        }
        Row row = found.get();
        if (!MessageDigest.isEqual(row.hash(), requestHash)) {
            return new Claim(Claim.State.REUSED, owner, key, row.claim(), null);
        }
        if (row.done()) {
            return new Claim(Claim.State.DONE, owner, key, row.claim(), row.answer());
        }
        boolean takenOver =
                row.createdAt().isBefore(SystemTime.now().minus(GIVEN_UP)) && takeOver(owner, key, row.claim(), mine);
        return new Claim(takenOver ? Claim.State.MINE : Claim.State.RUNNING, owner, key, mine, null);
    }

    /** Records the answer; false when the claim was taken over meanwhile, and then the work must be rolled back. */
    public boolean complete(Claim claim, StoredAnswer answer) {
        return Sql.in(database)
                        .update(
                                """
                                update idempotency_keys
                                set state = 'done', response_status = ?, response_headers = ?::jsonb, response_body = ?
                                where owner_id = ? and key = ? and claim = ? and state = 'running'""",
                                answer.status(),
                                Json.write(answer.headers()),
                                seal.seal(claim.owner(), claim.key(), answer.body()),
                                claim.owner(),
                                claim.key(),
                                claim.id())
                == 1;
    }

    /** Forgets the claim: nothing happened, the client may try again with the same key. */
    public void release(Claim claim) {
        Sql.in(database)
                .update(
                        "delete from idempotency_keys where owner_id = ? and key = ? and claim = ? and state = 'running'",
                        claim.owner(),
                        claim.key(),
                        claim.id());
    }

    /**
     * Does not wait for the disk: the work's own commit, which comes later in the log, takes the claim there. Should the
     * database die before, nothing has happened, and a repetition begins anew.
     */
    private boolean insert(UUID owner, String key, byte[] hash, UUID mine) {
        return Sql.in(database)
                        .update(
                                """
                                insert into idempotency_keys (owner_id, key, request_hash, claim, state, created_at)
                                select ?, ?, ?, ?, 'running', ?
                                from (select set_config('synchronous_commit', 'off', true) offset 0) as without_waiting
                                on conflict do nothing""",
                                owner,
                                key,
                                hash,
                                mine,
                                SystemTime.now())
                == 1;
    }

    private Optional<Row> find(UUID owner, String key) {
        return Sql.in(database)
                .first(
                        """
                        select request_hash, claim, state, created_at, response_status, response_headers, response_body
                        from idempotency_keys where owner_id = ? and key = ?""",
                        row -> row(row, owner, key),
                        owner,
                        key);
    }

    private boolean takeOver(UUID owner, String key, UUID before, UUID mine) {
        return Sql.in(database)
                        .update(
                                """
                                update idempotency_keys set claim = ?, created_at = ?
                                where owner_id = ? and key = ? and claim = ? and state = 'running'""",
                                mine,
                                SystemTime.now(),
                                owner,
                                key,
                                before)
                == 1;
    }

    private Row row(ResultSet row, UUID owner, String key) throws SQLException {
        boolean done = row.getString(3).equals("done");
        return new Row(
                row.getBytes(1),
                row.getObject(2, UUID.class),
                done,
                row.getTimestamp(4).toInstant(),
                done ? answer(row, owner, key) : null);
    }

    private StoredAnswer answer(ResultSet row, UUID owner, String key) throws SQLException {
        Map<String, String> headers = Json.read(row.getString(6), new TypeReference<>() {});
        return new StoredAnswer(row.getInt(5), headers, seal.open(owner, key, row.getBytes(7)));
    }
}

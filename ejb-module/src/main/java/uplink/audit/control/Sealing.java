package uplink.audit.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import uplink.audit.control.Chain.Link;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Puts the next seal on what was committed since the last one. Writers never wait for it: a row waits in {@code
 * audit_unsealed} from the moment its transaction commits, whenever that is.
 */
public final class Sealing {

    /** Rows under one seal. */
    static final int MOST = 500;
    /** Any number, the same on every node: two who seal at once make one chain. */
    private static final long LOCK = 0x7365616C73L;

    private static final String NEXT = "select a.id, " + Chain.FIELDS
            + " from audit_unsealed u join audit_log a on a.id = u.id order by a.id limit " + MOST;

    private static final String INSERT =
            """
            insert into audit_seals (no, sealed_at, ids, hashes, previous, hash)
            values (?, ?, ?, array(select decode(h, 'hex') from unnest(?::text[]) with ordinality x (h, n) order by n), ?, ?)""";

    private record Head(long no, byte[] hash) {}

    private final Sql sql;

    public Sealing(Sql sql) {
        this.sql = sql;
    }

    /** Must be called inside a transaction. Answers how many rows the seal covers; 0: there was nothing to seal. */
    public int seal() {
        if (sql.number("select count(*) from (select from audit_unsealed limit 1) x") == 0) {
            return 0;
        }
        sql.first("select pg_advisory_xact_lock(?)::text", row -> true, LOCK);
        // statements of their own: they see what whoever had the lock before has sealed
        Head head = sql.first(
                        "select no, hash from audit_seals order by no desc limit 1",
                        row -> new Head(row.getLong(1), row.getBytes(2)))
                .orElseGet(() -> new Head(0, Chain.NOTHING));
        List<Link> rows = sql.list(NEXT, Chain::link);
        if (!rows.isEmpty()) {
            write(head, rows);
        }
        return rows.size();
    }

    private void write(Head head, List<Link> rows) {
        long no = head.no() + 1;
        Instant at = SystemTime.now().truncatedTo(ChronoUnit.MICROS);
        UUID[] ids = rows.stream().map(Link::id).toArray(UUID[]::new);
        String[] hashes =
                rows.stream().map(row -> HexFormat.of().formatHex(row.hash())).toArray(String[]::new);
        sql.update(INSERT, no, at, ids, hashes, head.hash(), Chain.seal(no, at, head.hash(), rows));
        sql.update("delete from audit_unsealed where id = any (?)", (Object) ids);
    }
}

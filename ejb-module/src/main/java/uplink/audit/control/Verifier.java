package uplink.audit.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditFinding;
import uplink.audit.boundary.AuditFinding.Kind;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.Chain.Link;
import uplink.audit.control.SealCopies.Copy;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Follows the chain, a hundred seals at a time, and compares it with the rows and with the copies: from its beginning, or
 * from a seal up to which it was proved before.
 */
public final class Verifier {

    private static final int AT_MOST = 1000;
    private static final int STEP = 100;

    private static final String SEALS =
            """
            select no, sealed_at, ids, hashes, previous, hash from audit_seals where no > ? order by no limit\s"""
                    + STEP;
    private static final String SEAL =
            "select no, sealed_at, ids, hashes, previous, hash from audit_seals where no = ?";
    private static final String ROWS = "select a.id, " + Chain.FIELDS + " from audit_log a where a.id = any (?)";

    /** Every row is under a seal or waits for one, and what waits is there: asked in one statement, so of one moment. */
    private static final String LOOSE =
            """
            select coalesce(a.id, k.id), a.id is null
            from audit_log a full join (
                select unnest(ids) as id from audit_seals union all select id from audit_unsealed) k on k.id = a.id
            where a.id is null or k.id is null limit\s"""
                    + AT_MOST;

    /** The same for what was written since that moment: its seals are not older. Written before and committed late: nightly. */
    private static final String LOOSE_SINCE =
            """
            select a.id, false from audit_log a
            where a.id >= uuid7_floor(?) and not exists (select from audit_unsealed u where u.id = a.id)
                and not exists (select from audit_seals s where s.ids @> array[a.id]) limit\s"""
                    + AT_MOST;

    /**
     * Rows whose values an erasure took out, with the hash of what it left, where the deed itself is in the trail and has the
     * digest of all that it left.
     */
    private static final String EMPTIED =
            """
            select e.audit_id, e.left_hash from audit_erasures e
            where e.audit_id = any (?) and exists (select from audit_log d
                where d.entity = 'erasure' and d.entity_id = e.erasure_id::text
                    and d.after -> ('erasure/' || e.erasure_id) ->> 'trail_digest' = (
                        select encode(sha256(string_agg(uuid_send(x.audit_id) || x.left_hash, ''::bytea order by x.audit_id)), 'hex')
                        from audit_erasures x where x.erasure_id = e.erasure_id))""";

    private static final String GUARDS =
            """
            select count(*) from (
                select table_name::regclass as rel, 'audit' as name from audited_tables
                union all values ('audit_open'::regclass, 'audit_at_commit'),
                    ('audit_log', 'audit_log_written_once'), ('audit_log', 'audit_log_never_emptied'),
                    ('audit_seals', 'audit_seals_written_once'), ('audit_seals', 'audit_seals_never_emptied')) g
            where not exists (select 1 from pg_trigger t where t.tgrelid = g.rel and t.tgname = g.name and t.tgenabled in ('O', 'A'))""";

    /** That the chain was found whole up to this seal. */
    public record Proof(long no, String hash) {
        static Proof of(String text) {
            int blank = text.indexOf(' ');
            return new Proof(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
        }
    }

    private record Seal(long no, Instant at, UUID[] ids, byte[][] hashes, byte[] previous, byte[] hash) {}

    private final Sql sql;
    private final SealCopies copies;
    private final @Nullable Proof proved;
    private final List<AuditFinding> findings = new ArrayList<>();
    private long rows;
    private long seals;
    private @Nullable Seal last;
    private boolean isPart;

    /** @param proved from where to go on; null: from the beginning */
    public Verifier(Sql sql, SealCopies copies, @Nullable Proof proved) {
        this.sql = sql;
        this.copies = copies;
        this.proved = proved;
    }

    /** Must be called outside a transaction: sealing goes on meanwhile. */
    public AuditReport verify() {
        Instant start = SystemTime.now();
        Seal from = beginning();
        last = from;
        isPart = from != null;
        List<Seal> next = sql.list(SEALS, Verifier::seal, followed());
        while (!next.isEmpty()) {
            next.forEach(this::follow);
            next = sql.list(SEALS, Verifier::seal, followed());
        }
        (from == null ? sql.list(LOOSE, Verifier::loose) : sql.list(LOOSE_SINCE, Verifier::loose, from.at()))
                .forEach(this::found);
        copies.files(from == null ? Instant.EPOCH : from.at()).forEach(file -> copies.read(file, this::compare));
        if (sql.number(GUARDS) > 0) {
            found(Kind.GUARD_OFF, null, null);
        }
        return new AuditReport(
                start,
                Duration.between(start, SystemTime.now()).toMillis(),
                from == null ? 0 : from.no(),
                rows,
                seals,
                sql.number("select count(*) from audit_unsealed"),
                followed(),
                last == null ? null : HexFormat.of().formatHex(last.hash()),
                findings);
    }

    /** The seal that was proved, when it is still what it was then; else all is looked at again. */
    private @Nullable Seal beginning() {
        if (proved == null) {
            return null;
        }
        return sql.first(SEAL, Verifier::seal, proved.no())
                .filter(seal -> HexFormat.of().formatHex(seal.hash()).equals(proved.hash()))
                .orElse(null);
    }

    private void follow(Seal seal) {
        Seal before = last;
        long expected = before == null ? 1 : before.no() + 1;
        if (seal.no() != expected) {
            found(Kind.SEAL_MISSING, expected, null);
        } else if (!Arrays.equals(seal.previous(), before == null ? Chain.NOTHING : before.hash())) {
            found(Kind.SEAL_BROKEN, seal.no(), null);
        }
        if (!Arrays.equals(seal.hash(), Chain.seal(seal.no(), seal.at(), seal.previous(), links(seal)))) {
            found(Kind.SEAL_BROKEN, seal.no(), null);
        }
        compareRows(seal);
        seals++;
        last = seal;
    }

    private void compareRows(Seal seal) {
        Map<UUID, byte[]> now = new HashMap<>();
        sql.list(ROWS, Chain::link, (Object) seal.ids()).forEach(link -> now.put(link.id(), link.hash()));
        Map<UUID, byte[]> changed = new LinkedHashMap<>();
        for (int i = 0; i < seal.ids().length; i++) {
            byte[] hash = now.get(seal.ids()[i]);
            if (hash == null && isPart) {
                found(Kind.ROW_MISSING, seal.no(), seal.ids()[i]);
            } else if (hash != null && !Arrays.equals(hash, seal.hashes()[i])) {
                // of the whole trail those that are gone are found together
                changed.put(seal.ids()[i], hash);
            }
            rows++;
        }
        explain(seal, changed);
    }

    /** What was changed is a finding, unless an erasure that is in the trail has left it so. */
    private void explain(Seal seal, Map<UUID, byte[]> changed) {
        if (changed.isEmpty()) {
            return;
        }
        sql
                .list(EMPTIED, row -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)), (Object)
                        changed.keySet().toArray(UUID[]::new))
                .stream()
                .filter(left -> Arrays.equals(left.getValue(), changed.get(left.getKey())))
                .forEach(left -> changed.remove(left.getKey()));
        changed.keySet().forEach(id -> found(Kind.ROW_CHANGED, seal.no(), id));
    }

    /** Copies of neighbouring seals: in a file they stand in their order. */
    private void compare(List<Copy> some) {
        long from = some.stream().mapToLong(Copy::no).min().orElse(0);
        long to = some.stream().mapToLong(Copy::no).max().orElse(0);
        Map<Long, String> kept = new HashMap<>();
        sql.list(
                        "select no, hash from audit_seals where no between ? and ?",
                        row -> Map.entry(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))),
                        from,
                        to)
                .forEach(seal -> kept.put(seal.getKey(), seal.getValue()));
        for (Copy copy : some) {
            String hash = kept.get(copy.no());
            if (hash == null && copy.no() > followed()) {
                found(Kind.END_CUT_OFF, copy.no(), null);
            } else if (hash != null && !hash.equals(copy.hash())) {
                found(Kind.COPY_DIFFERS, copy.no(), null);
            }
        }
    }

    private long followed() {
        return last == null ? 0 : last.no();
    }

    private void found(Kind kind, @Nullable Long seal, @Nullable UUID row) {
        found(new AuditFinding(kind, seal, row));
    }

    private void found(AuditFinding finding) {
        if (findings.size() < AT_MOST) {
            findings.add(finding);
        }
    }

    private static AuditFinding loose(ResultSet row) throws SQLException {
        Kind kind = row.getBoolean(2) ? Kind.ROW_MISSING : Kind.ROW_UNSEALED;
        return new AuditFinding(kind, null, row.getObject(1, UUID.class));
    }

    private static List<Link> links(Seal seal) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < seal.ids().length; i++) {
            links.add(new Link(seal.ids()[i], seal.hashes()[i]));
        }
        return links;
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                (UUID[]) row.getArray(3).getArray(),
                (byte[][]) row.getArray(4).getArray(),
                row.getBytes(5),
                row.getBytes(6));
    }
}

package uplink.customer.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportRefusal;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.NewImport;
import uplink.shared.Coded;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Imports as they are kept: the file, where it stands, what was refused. */
public final class ImportBook {

    private static final String REPORT =
            """
            select id, file_name, mode, dry_run, status, total, done, added, unchanged, refused, failure, created_at,
                started_at, finished_at, kind from imports where\s""";

    private final Sql sql;

    public ImportBook(DataSource database) {
        this.sql = Sql.in(database);
    }

    public void add(UUID id, NewImport file, @Nullable UUID by, Instant at) {
        sql.update(
                """
                insert into imports (id, kind, file_name, sha256, content, mode, dry_run, status, total, started_by,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)""",
                id,
                file.kind().code(),
                file.fileName(),
                sha256(file.content()),
                file.content(),
                file.mode().code(),
                file.dryRun(),
                lines(file.content()),
                by,
                at);
    }

    /** Lines after the header: about as many rows, known before anything is read. */
    private static int lines(byte[] content) {
        int lines = 0;
        for (int i = 0; i + 1 < content.length; i++) {
            lines += content[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Whether this very file is being worked on already. */
    public boolean isUnderWay(byte[] content) {
        return sql.number(
                        """
                        select count(*) from imports
                        where sha256 = ? and status in ('queued', 'running', 'stopping')""",
                        sha256(content))
                > 0;
    }

    public Optional<ImportReport> report(UUID id) {
        return sql.first(REPORT + "id = ?", ImportBook::report, id);
    }

    /** Newest first, one more than asked for. */
    public List<ImportReport> reports(int limit, @Nullable UUID before) {
        return sql.list(
                REPORT + "id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit ?",
                ImportBook::report,
                before,
                limit + 1);
    }

    public List<ImportReport> newest(int first, int size) {
        return sql.list(REPORT + "true order by id desc offset ? limit ?", ImportBook::report, first, size);
    }

    public long count() {
        return sql.number("select count(*) from imports");
    }

    public List<ImportRefusal> refusals(UUID id, int first, int size) {
        return sql.list(
                """
                select line, column_name, reason, detail from import_refusals
                where import_id = ? order by line, column_name, reason offset ? limit ?""",
                ImportBook::refusal,
                id,
                first,
                size);
    }

    private static ImportRefusal refusal(ResultSet row) throws SQLException {
        List<Object> arguments = Json.read(row.getString(4), new TypeReference<>() {});
        return new ImportRefusal(
                row.getInt(1), row.getString(2), row.getString(3), new Text(row.getString(3), arguments));
    }

    /** Not begun: stopped at once. Under way: told to stop. Answers false when there is nothing to stop. */
    public boolean stop(UUID id, Instant at) {
        return sql.update(
                        """
                        update imports set
                            status = case when status = 'queued' then 'stopped' else 'stopping' end,
                            finished_at = case when status = 'queued' then ?::timestamptz end
                        where id = ? and status in ('queued', 'running')""",
                        at,
                        id)
                == 1;
    }

    /** What waits, and what a server left behind when it died: whoever asks is the only one who works. */
    public List<UUID> waiting() {
        return sql.list(
                "select id from imports where status in ('queued', 'running', 'stopping') order by id",
                row -> row.getObject(1, UUID.class));
    }

    /** @return false: it was stopped before it began */
    public boolean begin(UUID id, Instant at) {
        sql.update(
                "update imports set status = 'stopped', finished_at = ? where id = ? and status = 'stopping'", at, id);
        return sql.update(
                        """
                        update imports set status = 'running', started_at = ?, done = 0
                        where id = ? and status in ('queued', 'running')""",
                        at,
                        id)
                == 1;
    }

    /** @return false: somebody wants it to stop */
    public boolean progress(UUID id, int rows) {
        return sql.first(
                        "update imports set done = ?, total = greatest(total, ?) where id = ? returning status",
                        row -> row.getString(1).equals("running"),
                        rows,
                        rows,
                        id)
                .orElse(false);
    }

    /**
     * Takes the import for the rest of the transaction. The lease says who works, but a node that slept through its own
     * may wake up and go on: so whoever comes second finds the import taken, or no longer under way.
     *
     * @return false: it is in other hands, or has ended
     */
    public boolean take(UUID id) {
        boolean mine = sql.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        "import:" + id)
                .orElse(false);
        // a statement of its own: it must see how whoever had it before has ended it
        return mine
                && sql.number("select count(*) from imports where id = ? and status in ('running', 'stopping')", id)
                        == 1;
    }

    /** What the file was started with. */
    public CustomerImport.Order order(UUID id, LocalDate today, Instant at) {
        return sql.first(
                        "select content, mode, dry_run, started_by, kind from imports where id = ?",
                        row -> new CustomerImport.Order(
                                id,
                                Coded.of(ImportKind.class, row.getString(5)),
                                row.getBytes(1),
                                new HeadingRows(sql).meanings(Coded.of(ImportKind.class, row.getString(5))),
                                Coded.of(ImportMode.class, row.getString(2)),
                                row.getBoolean(3),
                                today,
                                at,
                                row.getObject(4, UUID.class)),
                        id)
                .orElseThrow();
    }

    /** The file as it came; empty when it is no longer kept. */
    public byte[] content(UUID id) {
        return sql.first("select content from imports where id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
    }

    /** Keeps what was refused about lines, each thing once. */
    public void refuse(UUID id, List<Refusal> refusals) {
        sql.update(
                """
                insert into import_refusals (import_id, line, column_name, reason, detail)
                select ?, * from unnest(?::integer[], ?::text[], ?::text[], ?::jsonb[]) on conflict do nothing""",
                id,
                refusals.stream().map(Refusal::line).toArray(Integer[]::new),
                refusals.stream().map(Refusal::column).toArray(String[]::new),
                refusals.stream().map(refusal -> refusal.reason().key()).toArray(String[]::new),
                refusals.stream()
                        .map(refusal -> Json.write(refusal.reason().arguments()))
                        .toArray(String[]::new));
    }

    public void end(UUID id, CustomerImport.Outcome outcome, Instant at) {
        sql.update(
                """
                update imports set status = ?, total = ?, done = ?, added = ?, unchanged = ?, refused = ?, finished_at = ?
                where id = ?""",
                outcome.status().code(),
                outcome.total(),
                outcome.total(),
                outcome.added(),
                outcome.unchanged(),
                outcome.refused(),
                at,
                id);
    }

    /** Only while it is under way: what another node has completed stays completed. */
    public void fail(UUID id, String why, Instant at) {
        sql.update(
                """
                update imports set status = 'failed', failure = left(?, 500), finished_at = ?
                where id = ? and status in ('running', 'stopping')""",
                why,
                at,
                id);
    }

    private static ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getObject(1, UUID.class),
                Coded.of(ImportKind.class, row.getString(15)),
                row.getString(2),
                Coded.of(ImportMode.class, row.getString(3)),
                row.getBoolean(4),
                Coded.of(ImportStatus.class, row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                Incident.text(row.getString(11)),
                row.getTimestamp(12).toInstant(),
                instant(row.getTimestamp(13)),
                instant(row.getTimestamp(14)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

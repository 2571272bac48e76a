package uplink.document.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentPackage;
import uplink.document.boundary.PackageStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Tables {@code document_packages} and {@code document_package_items}. */
public final class PackageRows {

    /** An invoice of a package. */
    public record Item(int position, UUID invoice, boolean made) {}

    /** A file of a package. */
    public record Sheet(int position, String kind, String number, byte[] pdf) {}

    private static final long MINUTE = 60_000;
    private static final String SELECT =
            """
            select id, run_id, language, status, total, reached, failed, worked_ms, failure, created_at, finished_at
            from document_packages\s""";

    /**
     * Where people live follows from the contract that they quote. Numbers of houses and flats count as numbers: 2 comes before 10.
     * Whoever has no address comes last.
     */
    private static final String ITEMS =
            """
            insert into document_package_items (package_id, position, invoice_id)
            select p.id, row_number() over (order by a.region, a.city, a.street,
                    substring(a.house from '^[0-9]{1,9}')::integer, a.house, substring(a.flat from '^[0-9]{1,9}')::integer,
                    a.flat, c.contract_number, i.id), i.id
            from document_packages p join invoices i on i.run_id = p.run_id join customers c on c.id = i.customer_id
            left join contracts k on k.number = c.contract_number left join addresses a on a.id = k.address_id
            where p.id = ? and i.status <> 'cancelled'
            on conflict do nothing""";

    private final Sql sql;

    public PackageRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<DocumentPackage> find(UUID id) {
        return sql.first(SELECT + "where id = ?", PackageRows::read, id);
    }

    /** Of a run: one for each language. */
    public List<DocumentPackage> ofRun(UUID run) {
        return sql.list(SELECT + "where run_id = ? order by language desc", PackageRows::read, run);
    }

    /** Orders it; answers the one that is there, whoever ordered it. */
    public UUID order(UUID id, UUID run, Locale language, @Nullable UUID by, Instant now) {
        sql.update(
                """
                insert into document_packages (id, run_id, language, status, created_at, created_by)
                values (?, ?, ?, 'queued', ?, ?) on conflict do nothing""",
                id,
                run,
                language.getLanguage(),
                now,
                by);
        return sql.first(
                        "select id from document_packages where run_id = ? and language = ?",
                        row -> row.getObject(1, UUID.class),
                        run,
                        language.getLanguage())
                .orElseThrow();
    }

    /** Those on which work waits, the oldest first. */
    public List<UUID> open() {
        return sql.list(
                "select id from document_packages where status in ('queued', 'running', 'stopping') order by created_at",
                row -> row.getObject(1, UUID.class));
    }

    /** Work begins, or goes on: its items are counted once. */
    public void begin(UUID id) {
        sql.update(ITEMS, id);
        sql.update(
                """
                update document_packages p set status = case when status = 'queued' then 'running' else status end,
                    total = (select count(*) from document_package_items i where i.package_id = p.id), version = version + 1
                where id = ?""",
                id);
    }

    /** The next items after what is done. */
    public List<Item> next(UUID id, int limit) {
        return sql.list(
                """
                select i.position, i.invoice_id, d.subject_id is not null
                from document_packages p join document_package_items i on i.package_id = p.id and i.position > p.reached
                left join documents d on d.subject_id = i.invoice_id and d.language = p.language
                where p.id = ? and p.status = 'running' order by i.position limit ?""",
                row -> new Item(row.getInt(1), row.getObject(2, UUID.class), row.getBoolean(3)),
                id,
                limit);
    }

    /** Everything up to that position is done. */
    public void reached(UUID id, int position, int failed, long millis) {
        sql.update(
                """
                update document_packages set reached = ?, failed = failed + ?, worked_ms = worked_ms + ?,
                    version = version + 1 where id = ? and reached < ?""",
                position,
                failed,
                millis,
                id,
                position);
    }

    /** Whatever comes next for it: the end, or a stop that was asked for. */
    public void end(UUID id, @Nullable String failure, Instant now) {
        sql.update(
                """
                update document_packages set
                    status = case when ?::text is not null then 'failed' when reached >= total then 'completed' else 'stopped' end,
                    finished_at = case when ?::text is not null or reached >= total then ?::timestamptz end, failure = ?,
                    version = version + 1
                where id = ? and status in ('running', 'stopping')""",
                failure,
                failure,
                now,
                failure,
                id);
    }

    /** Tells whether it was under way. */
    public boolean stop(UUID id) {
        return sql.update(
                        """
                        update document_packages set status = case status when 'queued' then 'stopped' else 'stopping' end,
                            version = version + 1 where id = ? and status in ('queued', 'running')""",
                        id)
                == 1;
    }

    /** What failed is tried again. Tells whether it had ended before everything was made. */
    public boolean resume(UUID id) {
        return sql.update(
                        """
                        update document_packages set status = 'queued', finished_at = null, failure = null,
                            reached = case when failed > 0 then 0 else reached end, failed = 0,
                            worked_ms = case when failed > 0 then 0 else worked_ms end, version = version + 1
                        where id = ? and (status in ('stopped', 'failed') or status = 'completed' and failed > 0)""",
                        id)
                == 1;
    }

    /** Files that are there, after that position, in order. */
    public List<Sheet> sheets(UUID id, int after, int limit) {
        return sql.list(
                """
                select i.position, v.kind, v.number, d.pdf
                from document_packages p join document_package_items i on i.package_id = p.id and i.position > ?
                join documents d on d.subject_id = i.invoice_id and d.language = p.language
                join invoices v on v.id = i.invoice_id
                where p.id = ? order by i.position limit ?""",
                row -> new Sheet(row.getInt(1), row.getString(2), row.getString(3), row.getBytes(4)),
                after,
                id,
                limit);
    }

    private static DocumentPackage read(ResultSet row) throws SQLException {
        PackageStatus status = Coded.of(PackageStatus.class, row.getString(4));
        int total = row.getInt(5);
        int reached = row.getInt(6);
        long worked = row.getLong(8);
        Timestamp finished = row.getTimestamp(11);
        return new DocumentPackage(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                status,
                total,
                reached - row.getInt(7),
                row.getInt(7),
                worked == 0 ? 0 : reached * MINUTE / worked,
                status.isUnderWay() && reached > 0 ? worked * (total - reached) / reached / 1000 : null,
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}

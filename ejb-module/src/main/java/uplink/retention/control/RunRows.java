package uplink.retention.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ErasureObstacle;
import uplink.retention.boundary.RetentionHeld;
import uplink.retention.boundary.RetentionResult;
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionStatus;
import uplink.retention.boundary.RetentionUnit;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Runs as people see them: asked for, told to stop, and what became of them. */
public final class RunRows {

    private static final String ROWS =
            """
            select r.id, r.night, r.status, coalesce(nullif(u.full_name, ''), u.email), x.found, x.taken, x.erased, r.created_at,
                r.started_at, r.finished_at
            from retention_runs r left join users u on u.id = r.started_by
            cross join lateral (select coalesce(sum(s.found), 0) as found, coalesce(sum(s.taken), 0) as taken,
                coalesce(sum(s.taken) filter (where k.erases), 0) as erased
                from retention_results s join retention_rules k on k.code = s.rule where s.run_id = r.id) x\s""";

    private final Sql sql;

    public RunRows(Sql sql) {
        this.sql = sql;
    }

    /** A run that somebody asks for; null: another one is not over. */
    public @Nullable UUID ask(@Nullable UUID by, Instant at) {
        return sql.first(
                        """
                        insert into retention_runs (id, status, started_by, created_at) values (?, 'queued', ?, ?)
                        on conflict do nothing returning id""",
                        row -> row.getObject(1, UUID.class),
                        Ids.next(),
                        by,
                        at)
                .orElse(null);
    }

    /** Not begun: stopped at once. Under way: told to stop. Answers false when there is nothing to stop. */
    public boolean stop(UUID id, Instant at) {
        return sql.update(
                        """
                        update retention_runs set
                            status = case when status = 'queued' then 'stopped' else 'stopping' end,
                            finished_at = case when status = 'queued' then ?::timestamptz end
                        where id = ? and status in ('queued', 'running')""",
                        at,
                        id)
                == 1;
    }

    public Optional<RetentionRun> one(UUID id) {
        return sql.first(ROWS + "where r.id = ?", row -> run(row, results(id)), id);
    }

    /** Newest first, without what each rule did. */
    public List<RetentionRun> list(@Nullable UUID before, int first, int size) {
        return sql.list(
                ROWS + "where ?::uuid is null or r.id < ? order by r.id desc offset ? limit ?",
                row -> run(row, List.of()),
                before,
                before,
                first,
                size);
    }

    public long count() {
        return sql.number("select count(*) from retention_runs");
    }

    private List<RetentionResult> results(UUID run) {
        return sql.list(
                """
                select s.rule, k.name_ru, k.name_en, s.keep, k.unit, s.found, s.taken, s.failed, s.held, s.failure, s.started_at,
                    s.finished_at
                from retention_results s join retention_rules k on k.code = s.rule where s.run_id = ? order by k.no""",
                RunRows::result,
                run);
    }

    private static RetentionRun run(ResultSet row, List<RetentionResult> results) throws SQLException {
        return new RetentionRun(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                Coded.of(RetentionStatus.class, row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getTimestamp(8).toInstant(),
                instant(row.getTimestamp(9)),
                instant(row.getTimestamp(10)),
                results);
    }

    private static RetentionResult result(ResultSet row) throws SQLException {
        return new RetentionResult(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                Coded.of(RetentionUnit.class, row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                held(row.getString(9)),
                Incident.text(row.getString(10)),
                row.getTimestamp(11).toInstant(),
                instant(row.getTimestamp(12)));
    }

    /** As it is kept. */
    static String held(List<RetentionHeld> held) {
        Map<String, Long> counts = new LinkedHashMap<>();
        held.forEach(one -> counts.put(one.kind().code(), one.count()));
        return Json.write(counts);
    }

    private static List<RetentionHeld> held(String kept) {
        Map<String, Long> counts = Json.read(kept, new TypeReference<>() {});
        return counts.entrySet().stream()
                .map(one -> new RetentionHeld(Coded.of(ErasureObstacle.Kind.class, one.getKey()), one.getValue()))
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

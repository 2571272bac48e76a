package uplink.retention.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionHeld;
import uplink.retention.boundary.RetentionTask;
import uplink.retention.boundary.RetentionUnit;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** A run as it is worked on: where it stands, and what is left of a rule's night. */
public final class WorkRows {

    private final Sql sql;

    public WorkRows(Sql sql) {
        this.sql = sql;
    }

    /** The one that is asked for, or that a server left behind when it died. */
    public Optional<UUID> open() {
        return sql.first(
                "select id from retention_runs where finished_at is null", row -> row.getObject(1, UUID.class));
    }

    /** A night's; empty when it was there already, or another run is not over. */
    public Optional<UUID> night(LocalDate night, Instant at) {
        return sql.first(
                """
                insert into retention_runs (id, night, status, created_at) values (?, ?, 'queued', ?)
                on conflict do nothing returning id""",
                row -> row.getObject(1, UUID.class),
                Ids.next(),
                night,
                at);
    }

    public void begin(UUID run, Instant at) {
        sql.update(
                """
                update retention_runs set status = 'running', started_at = coalesce(started_at, ?)
                where id = ? and status in ('queued', 'running')""",
                at,
                run);
    }

    /** Nothing is done after a stop, and a rule that cannot go on fails the run. */
    public void end(UUID run, Instant at) {
        sql.update(
                """
                update retention_runs r set finished_at = ?, status = case when r.status = 'stopping' then 'stopped'
                    when exists (select from retention_results s where s.run_id = r.id and s.failure is not null) then 'failed'
                    else 'completed' end
                where r.id = ? and r.status in ('running', 'stopping')""",
                at,
                run);
    }

    /** Not once it is told to stop. */
    public boolean goesOn(UUID run) {
        return sql.number("select count(*) from retention_runs where id = ? and status = 'running'", run) == 1;
    }

    /** Those that are on, in their order, but for those that are done. */
    public List<String> rules(UUID run) {
        return sql.list(
                """
                select k.code from retention_rules k where k.enabled and not exists (select from retention_results s
                    where s.run_id = ? and s.rule = k.code and s.finished_at is not null)
                order by k.no""",
                row -> row.getString(1),
                run);
    }

    /** As it is, or was when its part of the run began. */
    public RetentionTask task(UUID run, String rule) {
        return sql.first(
                        """
                        select r.id, k.code, k.erases, k.persons is not distinct from 'applicants', k.business, coalesce(s.keep, k.keep), k.unit, k.reason,
                            coalesce(r.started_by, k.changed_by)
                        from retention_runs r cross join retention_rules k
                            left join retention_results s on s.run_id = r.id and s.rule = k.code
                        where r.id = ? and k.code = ?""",
                        WorkRows::task,
                        run,
                        rule)
                .orElseThrow();
    }

    public int perNight(String rule) {
        return (int) sql.number("select per_night from retention_rules where code = ?", rule);
    }

    /** Its part begins; one that a dead server had begun goes on. */
    public void found(RetentionTask task, int found, List<RetentionHeld> held, Instant at) {
        sql.update(
                """
                insert into retention_results (run_id, rule, keep, found, held, started_at)
                values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing""",
                task.run(),
                task.rule(),
                task.keep(),
                found,
                RunRows.held(held),
                at);
    }

    /** How many it may still take; none once the run is told to stop, or the rule was switched off. */
    public int left(RetentionTask task) {
        return (int) sql.number(
                """
                select greatest(0, k.per_night - s.taken) from retention_results s
                    join retention_rules k on k.code = s.rule and k.enabled
                    join retention_runs r on r.id = s.run_id and r.status = 'running'
                where s.run_id = ? and s.rule = ? and s.finished_at is null""",
                task.run(),
                task.rule());
    }

    public void took(RetentionTask task, int taken, int failed) {
        sql.update(
                """
                update retention_results set taken = taken + ?, failed = failed + ?, found = greatest(found, taken + ?)
                where run_id = ? and rule = ?""",
                taken,
                failed,
                taken,
                task.run(),
                task.rule());
    }

    /** @param failure null: it did what it could */
    public void close(UUID run, String rule, @Nullable String failure, Instant at) {
        sql.update(
                """
                insert into retention_results (run_id, rule, keep, found, started_at, finished_at, failure)
                select ?, code, keep, 0, ?, ?, ? from retention_rules where code = ?
                on conflict (run_id, rule) do update set finished_at = excluded.finished_at, failure = excluded.failure""",
                run,
                at,
                at,
                failure,
                rule);
    }

    private static RetentionTask task(ResultSet row) throws SQLException {
        return new RetentionTask(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getInt(6),
                Coded.of(RetentionUnit.class, row.getString(7)),
                row.getString(8),
                row.getObject(9, UUID.class));
    }
}

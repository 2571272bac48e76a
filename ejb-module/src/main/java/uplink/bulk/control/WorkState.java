package uplink.bulk.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.bulk.boundary.NewBulkWork;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Where works stand, and how they get on: every step is one conditional update, so of two who try it one is refused. */
public final class WorkState {

    /** What is kept as the failure of a work whose actor has lost the right to it. */
    public static final String RIGHTS = "rights";

    private static final String PHASE_TOTAL = "case ? when 'commit' then ready when 'undo' then done else total end";

    private final Sql sql;

    public WorkState(Sql sql) {
        this.sql = sql;
    }

    /** A new one is rehearsed first. */
    public void order(UUID id, NewBulkWork work, String currency, UUID by, @Nullable UUID key, Instant at) {
        BigDecimal nothing = work.kind().isMoney() ? BigDecimal.ZERO : null;
        sql.update(
                """
                insert into bulk_works (id, kind, parameters, filter, currency, status, phase, total, bill, before, after,
                    phase_total, since, ordered_by, acting_by, acting_key, created_at)
                values (?, ?, ?::jsonb, ?::jsonb, ?, 'preview', 'preview', 0, ?, ?, ?, 0, ?, ?, ?, ?, ?)""",
                id,
                work.kind().code(),
                Json.write(work.parameters()),
                Json.write(work.filter()),
                currency,
                nothing,
                nothing,
                nothing,
                at,
                by,
                by,
                key,
                at);
    }

    /** How many things it is about. */
    public void count(UUID id, int total) {
        sql.update("update bulk_works set total = ?, phase_total = ? where id = ?", total, total, id);
    }

    /**
     * It is to be done, or to be taken back.
     *
     * @param waits for a second person
     * @return false: it does not stand so that it could
     */
    public boolean begin(UUID id, BulkPhase phase, boolean waits, UUID by, @Nullable UUID key, Instant at) {
        String from = phase == BulkPhase.COMMIT
                ? "status = 'ready' and ready > 0"
                : "(status = 'done' or phase = 'commit' and status in ('stopped', 'failed')) and done > 0";
        return sql.update(
                        """
                        update bulk_works set status = ?, phase = ?, acting_by = ?, acting_key = ?, approved_by = null,
                            decided_at = null, note = null, failure = null, started_at = coalesce(started_at, ?), finished_at = null,
                            since = ?, since_done = 0, phase_done = 0, phase_total = %s
                        where id = ? and not items_gone and %s"""
                                .formatted(PHASE_TOTAL, from),
                        (waits ? BulkStatus.WAITING : phase.status()).code(),
                        phase.code(),
                        by,
                        key,
                        at,
                        at,
                        phase.code(),
                        id)
                == 1;
    }

    /** The second person lets it begin. */
    public boolean approve(UUID id, UUID by, @Nullable String note, Instant at) {
        return sql.update(
                        """
                        update bulk_works set status = case phase when 'commit' then 'running' else 'undoing' end, approved_by = ?,
                            decided_at = ?, note = ?, since = ? where id = ? and status = 'waiting'""",
                        by,
                        at,
                        note,
                        at,
                        id)
                == 1;
    }

    /** Or does not: it stands as it did before. */
    public boolean refuse(UUID id, String note, Instant at) {
        return sql.update(
                        """
                        update bulk_works set status = case when phase = 'commit' then 'ready' when ready > 0 then 'stopped'
                            else 'done' end, phase = case phase when 'commit' then 'preview' else 'commit' end, decided_at = ?, note = ?,
                            finished_at = case when phase = 'commit' then null else ?::timestamptz end
                        where id = ? and status = 'waiting'""",
                        at,
                        note,
                        at,
                        id)
                == 1;
    }

    /** Nothing more is begun. */
    public boolean stop(UUID id) {
        return sql.update(
                        "update bulk_works set status = 'stopping' where id = ? and status in ('preview', 'running', 'undoing')",
                        id)
                == 1;
    }

    /** From where it was stopped, in the name of whoever says so. */
    public boolean goOn(UUID id, UUID by, @Nullable UUID key, Instant at) {
        return sql.update(
                        """
                        update bulk_works set status = case phase when 'preview' then 'preview' when 'commit' then 'running'
                                else 'undoing' end,
                            acting_by = ?, acting_key = ?, failure = null, finished_at = null, since = ?, since_done = phase_done
                        where id = ? and not items_gone and status in ('stopped', 'failed')""",
                        by,
                        key,
                        at,
                        id)
                == 1;
    }

    /** Works that somebody has to work on, oldest first. */
    public List<UUID> open() {
        return sql.list(
                "select id from bulk_works where status in ('preview', 'running', 'stopping', 'undoing') order by id",
                row -> row.getObject(1, UUID.class));
    }

    /**
     * Takes the work for the rest of the transaction. The lease of the job says who works, but a node that slept through its own
     * may wake up and go on: so whoever comes second waits, and finds what is left.
     */
    public Task take(UUID id) {
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 0))::text", row -> true, "bulk:" + id);
        return task(id); // a statement of its own: it sees what whoever had it before has done
    }

    public Task task(UUID id) {
        return sql.first(
                        """
                        select id, no, kind, parameters, currency, status, phase, acting_by, acting_key from bulk_works
                        where id = ?""",
                        WorkRows::task,
                        id)
                .orElseThrow();
    }

    /** It stops where it is. */
    public void halt(UUID id, Instant at) {
        sql.update(
                "update bulk_works set status = 'stopped', finished_at = ? where id = ? and status = 'stopping'",
                at,
                id);
    }

    /** Nothing is left of the phase. */
    public void end(Task task, Instant at) {
        BulkStatus over =
                switch (task.phase()) {
                    case PREVIEW -> BulkStatus.READY;
                    case COMMIT -> BulkStatus.DONE;
                    case UNDO -> BulkStatus.UNDONE;
                };
        sql.update(
                """
                update bulk_works set status = ?, finished_at = ? where id = ? and status = ? and phase_done >= phase_total""",
                over.code(),
                over == BulkStatus.READY ? null : at,
                task.id(),
                task.phase().status().code());
    }

    /** @param why the incident, or {@code rights} */
    public void fail(UUID id, String why, Instant at) {
        sql.update(
                """
                update bulk_works set status = 'failed', failure = ?, finished_at = ?
                where id = ? and status in ('preview', 'running', 'stopping', 'undoing')""",
                why,
                at,
                id);
    }

    /** What became of some is counted. */
    public void worked(Task task, List<Judged> judged) {
        BulkPhase phase = task.phase();
        sql.update(
                """
                update bulk_works set ready = ready + ?, skipped = skipped + ?, refused = refused + ?, done = done + ?,
                    undone = undone + ?, kept = kept + ?, phase_done = phase_done + ?, bill = bill + ?, before = before + ?,
                    after = after + ? where id = ?""",
                change(phase, judged, BulkState.READY),
                change(phase, judged, BulkState.SKIPPED),
                change(phase, judged, BulkState.REFUSED),
                change(phase, judged, BulkState.DONE),
                change(phase, judged, BulkState.UNDONE),
                change(phase, judged, BulkState.KEPT),
                judged.size(),
                sum(phase, judged, Outcome::bill),
                sum(phase, judged, Outcome::before),
                sum(phase, judged, Outcome::after),
                task.id());
    }

    private static int change(BulkPhase phase, List<Judged> judged, BulkState state) {
        int come = (int) judged.stream()
                .filter(one -> one.outcome().state(phase) == state)
                .count();
        return phase.takes() == state ? come - judged.size() : come;
    }

    /** Of what is to be changed, as the preview finds it. */
    private static BigDecimal sum(
            BulkPhase phase, List<Judged> judged, Function<Outcome, @Nullable BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Judged one : judged) {
            BigDecimal some = amount.apply(one.outcome());
            if (phase == BulkPhase.PREVIEW && one.outcome().kind() == Outcome.Kind.CHANGED && some != null) {
                sum = sum.add(some);
            }
        }
        return sum;
    }

    /** Whether a work of that kind can be taken back at all. */
    static BulkUndo undo(BulkKind kind, boolean atOnce) {
        return kind != BulkKind.TARIFF ? BulkUndo.ANY_TIME : atOnce ? BulkUndo.NEVER : BulkUndo.BEFORE_EFFECT;
    }
}

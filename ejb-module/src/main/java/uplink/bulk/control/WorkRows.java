package uplink.bulk.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.bulk.boundary.BulkCounts;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkMoney;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkProgress;
import uplink.bulk.boundary.BulkQuery;
import uplink.bulk.boundary.BulkReason;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.bulk.boundary.BulkWork;
import uplink.shared.Coded;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Works as people see them. */
public final class WorkRows {

    private static final int REASONS = 20;
    private static final String SELECT =
            """
            select w.id, w.no, w.kind, w.parameters, w.currency, w.status, w.phase, w.acting_by, w.acting_key, w.filter, w.total,
                w.ready, w.skipped, w.refused, w.done, w.undone, w.kept, w.bill, w.before, w.after, w.phase_total, w.phase_done,
                w.since, w.since_done, w.ordered_by, coalesce(nullif(o.full_name, ''), o.email, '—'),
                coalesce(nullif(a.full_name, ''), a.email, '—'), coalesce(nullif(p.full_name, ''), p.email), w.decided_at, w.note,
                w.created_at, w.started_at, w.finished_at, w.failure, w.items_gone
            from bulk_works w left join users o on o.id = w.ordered_by left join users a on a.id = w.acting_by
            left join users p on p.id = w.approved_by\s""";
    private static final String MATCHING =
            "where (?::text is null or w.kind = ?) and (?::text is null or w.status = ?)";

    /** What of a work can be taken back now, and until when something can. */
    private record Undoable(int count, @Nullable LocalDate until) {}

    private final Sql sql;
    private final Instant now;
    private final LocalDate today;

    public WorkRows(Sql sql, Instant now, LocalDate today) {
        this.sql = sql;
        this.now = now;
        this.today = today;
    }

    public Optional<BulkWork> one(UUID id) {
        return sql.first(SELECT + "where w.id = ?", row -> read(row, reasons(id)), id);
    }

    /** Newest first, without reasons. */
    public List<BulkWork> before(
            @Nullable BulkKind kind, @Nullable BulkStatus status, @Nullable UUID before, int limit) {
        return sql.list(
                SELECT + MATCHING + " and (?::uuid is null or w.id < ?) order by w.id desc limit ?",
                row -> read(row, List.of()),
                code(kind),
                code(kind),
                code(status),
                code(status),
                before,
                before,
                limit);
    }

    public List<BulkWork> list(BulkQuery query) {
        return sql.list(
                SELECT + MATCHING + " order by w.id desc limit ? offset ?",
                row -> read(row, List.of()),
                code(query.kind()),
                code(query.kind()),
                code(query.status()),
                code(query.status()),
                query.size(),
                query.first());
    }

    public long count(BulkQuery query) {
        return sql.number(
                "select count(*) from bulk_works w " + MATCHING,
                code(query.kind()),
                code(query.kind()),
                code(query.status()),
                code(query.status()));
    }

    private static @Nullable String code(@Nullable Coded coded) {
        return coded == null ? null : coded.code();
    }

    private List<BulkReason> reasons(UUID id) {
        return sql.list(
                """
                select state, problem, reason_ru, reason_en, count(*) from bulk_items
                where work_id = ? and state in ('skipped', 'refused', 'kept') group by 1, 2, 3, 4 order by 5 desc, 3 limit ?""",
                row -> new BulkReason(
                        Coded.of(BulkState.class, row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)),
                id,
                REASONS);
    }

    /** From a row that begins like {@link #SELECT}. */
    static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Coded.of(BulkKind.class, row.getString(3)),
                Json.read(row.getString(4), BulkParameters.class),
                row.getString(5),
                Coded.of(BulkStatus.class, row.getString(6)),
                Coded.of(BulkPhase.class, row.getString(7)),
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class));
    }

    private BulkWork read(ResultSet row, List<BulkReason> reasons) throws SQLException {
        Task task = task(row);
        BulkCounts counts = counts(row);
        BulkUndo undo = WorkState.undo(task.kind(), task.parameters().when() == ChangeWhen.NOW);
        boolean gone = row.getBoolean(35);
        Undoable undoable = gone ? new Undoable(0, null) : undoable(task, undo, counts);
        String failure = row.getString(34);
        BigDecimal bill = row.getBigDecimal(18);
        return new BulkWork(
                task.id(),
                task.no(),
                task.kind(),
                task.parameters(),
                Json.read(row.getString(10), BulkFilter.class),
                task.status(),
                counts,
                progress(row, task),
                bill == null
                        ? null
                        : new BulkMoney(bill, row.getBigDecimal(19), row.getBigDecimal(20), task.currency()),
                undo,
                undoable.until(),
                undoable.count(),
                row.getObject(25, UUID.class),
                row.getString(26),
                row.getString(27),
                row.getString(28),
                instant(row, 29),
                row.getString(30),
                row.getTimestamp(31).toInstant(),
                instant(row, 32),
                instant(row, 33),
                WorkState.RIGHTS.equals(failure) ? Text.of("bulk.rights") : Incident.text(failure),
                gone,
                reasons);
    }

    private static BulkCounts counts(ResultSet row) throws SQLException {
        int total = row.getInt(11);
        int judged = 0;
        for (int column = 12; column <= 17; column++) {
            judged += row.getInt(column);
        }
        return new BulkCounts(
                total,
                total - judged,
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getInt(16),
                row.getInt(17));
    }

    private BulkProgress progress(ResultSet row, Task task) throws SQLException {
        int total = row.getInt(21);
        int done = row.getInt(22);
        Instant since = instant(row, 23);
        long some = done - row.getInt(24);
        boolean underWay = task.status().isUnderWay();
        long millis =
                since == null ? 0 : Math.max(1, Duration.between(since, now).toMillis());
        int rate = underWay && millis > 0 ? (int) Math.min(Integer.MAX_VALUE, some * 1000L / millis) : 0;
        Long eta = underWay && some > 0 ? (total - done) * millis / some / 1000 : null;
        return new BulkProgress(task.phase(), total, done, rate, eta);
    }

    private Undoable undoable(Task task, BulkUndo undo, BulkCounts counts) {
        if (undo != BulkUndo.BEFORE_EFFECT) {
            return new Undoable(undo == BulkUndo.NEVER ? 0 : counts.done(), null);
        }
        return sql.first(
                        """
                        select count(*) filter (where state = 'done' and effective_on > ?), max(effective_on) - 1 from bulk_items
                        where work_id = ? and state in ('ready', 'done')""",
                        row -> new Undoable(row.getInt(1), row.getObject(2, LocalDate.class)),
                        today,
                        task.id())
                .orElseThrow();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

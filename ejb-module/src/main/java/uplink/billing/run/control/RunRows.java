package uplink.billing.run.control;

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
import uplink.billing.run.boundary.BillRun;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunQuery;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.run.boundary.TariffTotal;
import uplink.shared.Coded;
import uplink.shared.Incident;
import uplink.shared.Sql;

/** Reads runs with their figures. */
public final class RunRows {

    private static final String SELECT =
            """
            select r.id, r.mode, r.target_date, r.issued_on, r.status, r.total, r.currency, r.created_at, r.started_at,
                r.finished_at, r.preview_id, r.customer_id, r.started_by, r.failure,
                c.done, c.invoiced, c.quarantined, c.amount, (extract(epoch from r.rested) * 1000)::bigint
            from bill_runs r cross join lateral (
                select coalesce(sum(customers) filter (where status = 'done'), 0) as done,
                    coalesce(sum(invoiced), 0) as invoiced, coalesce(sum(quarantined), 0) as quarantined,
                    coalesce(sum(amount), 0.00) as amount
                from bill_run_chunks where run_id = r.id) c\s""";

    private final Sql sql;
    private final Instant now;

    public RunRows(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    public Optional<BillRun> one(UUID id) {
        List<TariffTotal> totals = totals(id);
        return sql.first(SELECT + "where r.id = ?", row -> read(row, totals), id);
    }

    public List<BillRun> before(@Nullable UUID before, int limit) {
        return sql.list(
                SELECT + "where ?::uuid is null or r.id < ? order by r.id desc limit ?",
                row -> read(row, List.of()),
                before,
                before,
                limit);
    }

    public List<BillRun> list(RunQuery query) {
        String order = query.ascending() ? "asc" : "desc";
        return sql.list(
                SELECT + FILTER + "order by r.id " + order + " limit ? offset ?",
                row -> read(row, List.of()),
                code(query.mode()),
                code(query.mode()),
                code(query.status()),
                code(query.status()),
                query.size(),
                query.first());
    }

    private static final String FILTER = "where (?::text is null or r.mode = ?) and (?::text is null or r.status = ?) ";

    public long count(RunQuery query) {
        return sql.number(
                "select count(*) from bill_runs r " + FILTER,
                code(query.mode()),
                code(query.mode()),
                code(query.status()),
                code(query.status()));
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    /** Whether a run up to a day would look at anybody: who is in quarantine is left out, as runs do. */
    public boolean anythingDue(LocalDate day) {
        return sql.number(
                        """
                        select count(*) from (
                            select 1 from subscriptions s where s.next_due <= ? and not exists
                                (select 1 from quarantine q where q.customer_id = s.customer_id and q.resolved_at is null)
                            limit 1) d""",
                        day)
                > 0;
    }

    private List<TariffTotal> totals(UUID run) {
        return sql.list(
                """
                select t.id, t.code, v.name_ru, v.name_en, x.lines, x.amount,
                    x.previous, x.amount - x.previous, r.currency
                from bill_runs r
                cross join lateral (
                    select tariff_id, coalesce(sum(lines) filter (where run_id = r.id), 0) as lines,
                        coalesce(sum(amount) filter (where run_id = r.id), 0.00) as amount,
                        case when r.mode = 'preview' or r.preview_id is not null then sum(previous) end as previous
                    from bill_run_tariffs where run_id in (r.id, r.preview_id) group by tariff_id) x
                join tariffs t on t.id = x.tariff_id
                left join lateral (select name_ru, name_en from tariff_versions
                    where tariff_id = t.id order by valid_from desc limit 1) v on true
                where r.id = ? order by x.amount desc, t.code""",
                row -> new TariffTotal(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getBigDecimal(8),
                        row.getString(9)),
                run);
    }

    private BillRun read(ResultSet row, List<TariffTotal> totals) throws SQLException {
        RunStatus status = Coded.of(RunStatus.class, row.getString(5));
        int total = row.getInt(6);
        int done = row.getInt(15);
        Instant started = instant(row, 9);
        Instant finished = instant(row, 10);
        long millis = started == null
                ? 0
                : Math.max(
                        1,
                        Duration.between(started, finished == null ? now : finished)
                                        .toMillis()
                                - row.getLong(19));
        int rate = millis == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, done * 1000L / millis);
        boolean underWay = status == RunStatus.RUNNING || status == RunStatus.STOPPING;
        return new BillRun(
                row.getObject(1, UUID.class),
                Coded.of(RunMode.class, row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                status,
                total,
                done,
                row.getInt(16),
                row.getObject(18, BigDecimal.class),
                row.getString(7),
                row.getInt(17),
                rate,
                underWay && done > 0 ? (total - done) * millis / done / 1000 : null,
                row.getTimestamp(8).toInstant(),
                started,
                finished,
                row.getObject(11, UUID.class),
                row.getObject(12, UUID.class),
                row.getObject(13, UUID.class),
                Incident.text(row.getString(14)),
                totals);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

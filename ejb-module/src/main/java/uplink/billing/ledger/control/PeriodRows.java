package uplink.billing.ledger.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.AccountingPeriod;
import uplink.billing.ledger.boundary.PeriodAction;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Which days are closed. */
public final class PeriodRows {

    /** Before any day that could be posted to. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private static final String SELECT =
            """
            select p.id, p.action, p.closed_through, p.reason, coalesce(u.full_name, p.decided_by::text), p.decided_at
            from accounting_periods p left join users u on u.id = p.decided_by\s""";

    private final Sql sql;

    public PeriodRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<LocalDate> closedThrough() {
        return sql.first(
                        "select closed_through from accounting_periods order by id desc limit 1",
                        row -> row.getObject(1, LocalDate.class))
                .filter(day -> day.isAfter(NEVER));
    }

    /** That day, or the first open one when it is closed: corrections of the past land there. */
    public LocalDate open(LocalDate wanted) {
        return closedThrough()
                .filter(closed -> !wanted.isAfter(closed))
                .map(closed -> closed.plusDays(1))
                .orElse(wanted);
    }

    public void write(
            UUID id,
            PeriodAction action,
            @Nullable LocalDate through,
            @Nullable String reason,
            @Nullable UUID by,
            Instant now) {
        sql.update(
                """
                insert into accounting_periods (id, action, closed_through, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?)""",
                id,
                action.code(),
                through == null ? NEVER : through,
                reason,
                by,
                now);
    }

    /** From now on the database refuses what is posted or issued up to that day. */
    public void guard(@Nullable LocalDate through) {
        sql.first("select set_closed_through(?)::text", row -> true, through == null ? NEVER : through);
    }

    public Optional<AccountingPeriod> one(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PeriodRows::read, id);
    }

    /** Newest first. */
    public List<AccountingPeriod> before(@Nullable UUID before, int limit) {
        return sql.list(
                SELECT + "where ?::uuid is null or p.id < ? order by p.id desc limit ?",
                PeriodRows::read,
                before,
                before,
                limit);
    }

    public List<AccountingPeriod> list(int first, int size) {
        return sql.list(SELECT + "order by p.id desc limit ? offset ?", PeriodRows::read, size, first);
    }

    public long count() {
        return sql.number("select count(*) from accounting_periods");
    }

    private static AccountingPeriod read(ResultSet row) throws SQLException {
        LocalDate through = row.getObject(3, LocalDate.class);
        return new AccountingPeriod(
                row.getObject(1, UUID.class),
                Coded.of(PeriodAction.class, row.getString(2)),
                through.isAfter(NEVER) ? through : null,
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant());
    }
}

package uplink.billing.dunning.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.dunning.boundary.DunningDay;
import uplink.shared.Sql;

/** How far a day's work has come. */
public final class DayRows {

    /**
     * Where the work stands.
     *
     * @param reached customers up to this one are done; null: none yet
     */
    public record Progress(@Nullable UUID reached, boolean finished) {}

    private final Sql sql;
    private final LocalDate day;
    private final Instant now;

    public DayRows(Sql sql, LocalDate day, Instant now) {
        this.sql = sql;
        this.day = day;
        this.now = now;
    }

    /** Locks the day: whoever works on it at the same time waits, and goes on from there. */
    public Progress lock() {
        sql.update("insert into dunning_days (day, began_at) values (?, ?) on conflict do nothing", day, now);
        return sql.first(
                        "select reached, finished_at is not null from dunning_days where day = ? for update",
                        row -> new Progress(row.getObject(1, UUID.class), row.getBoolean(2)),
                        day)
                .orElseThrow();
    }

    public void reach(UUID customer, DunningBatch.Result result) {
        sql.update(
                """
                update dunning_days set reached = ?, reminded = reminded + ?, suspended = suspended + ?,
                    written_off = written_off + ? where day = ?""",
                customer,
                result.reminded(),
                result.suspended(),
                result.writtenOff(),
                day);
    }

    public void finish() {
        sql.update("update dunning_days set finished_at = ? where day = ?", now, day);
    }

    /** The last days, newest first. */
    public static List<DunningDay> last(Sql sql, int atMost) {
        return sql.list(
                """
                select day, began_at, finished_at, reminded, suspended, written_off from dunning_days
                order by day desc limit ?""",
                DayRows::read,
                atMost);
    }

    private static DunningDay read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp(3);
        return new DunningDay(
                row.getObject(1, LocalDate.class),
                row.getTimestamp(2).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6));
    }
}

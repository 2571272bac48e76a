package uplink.retention.control;

import java.time.Instant;
import java.util.List;
import uplink.retention.boundary.RetentionCandidate;
import uplink.shared.Sql;

/** Rows that are due by a rule: table {@code retention_tables} says which. */
public final class DueRows {

    private final Sql sql;

    public DueRows(Sql sql) {
        this.sql = sql;
    }

    public Found first(String rule, Instant before) {
        return Found.of(sql.list(
                "select count(*) over (), d.what, d.since from retention_due(?, ?, ?) d order by d.since limit ?",
                row -> new Found.Counted(
                        row.getLong(1),
                        new RetentionCandidate(
                                row.getString(2),
                                null,
                                null,
                                row.getTimestamp(3).toInstant(),
                                List.of())),
                rule,
                before,
                Found.MOST,
                Found.SHOWN));
    }

    /** Counts no further than that. */
    public int count(String rule, Instant before, int most) {
        long there = sql.number("select count(*) from retention_due(?, ?, ?)", rule, before, most);
        return (int) Math.min(there, most);
    }

    /** Takes at most so many away, and answers how many. */
    public int take(String rule, Instant before, int most) {
        return (int) sql.number("select retention_take(?, ?, ?)", rule, before, most);
    }
}

package uplink.shared.table;

import java.util.List;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Lines of a file in a temporary table of their own, with what is wrong with them beside it: compared with each other and with
 * what is there, set by set. The table has {@code line} and, when it is compared, {@code known}: what is there already.
 */
public final class StagedLines {

    private final Sql sql;
    private final String table;

    /**
     * @param table of the caller's making, dropped at the commit
     */
    public StagedLines(Sql sql, String table) {
        this.sql = sql;
        this.table = table;
        sql.run("create temp table bad_lines (line int, column_name text, reason text) on commit drop");
    }

    /** Of lines with the same key all but the first are refused. */
    public void refuseTwice(String column, String key, String reason) {
        sql.update(
                """
                insert into bad_lines
                select l.line, '%1$s', '%3$s' from %4$s l
                join (select %2$s, min(line) as line from %4$s where %2$s is not null group by 1 having count(*) > 1) f
                    using (%2$s) where l.line > f.line"""
                        .formatted(column, key, reason, table));
    }

    /** @param where about a line {@code l} */
    public void refuse(String column, String reason, String where) {
        sql.update("insert into bad_lines select l.line, '%s', '%s' from %s l where %s"
                .formatted(column, reason, table, where));
    }

    /** What was refused, by line. */
    public List<TableLines.Refused> refused() {
        return sql.list(
                "select line, column_name, reason from bad_lines order by line",
                row -> new TableLines.Refused(row.getInt(1), row.getString(2), Text.of(row.getString(3))));
    }

    /** Good lines that are there already. */
    public int countKnown() {
        return count("l.known is not null");
    }

    /** Good lines that bring something. */
    public int countNew() {
        return count("l.known is null");
    }

    private int count(String which) {
        return (int) sql.number("select count(*) from " + table
                + " l where not exists (select from bad_lines b where b.line = l.line) and " + which);
    }

    /** Leaves the good lines that bring something, and locks their customers, who come first (ADR 25). */
    public void settle() {
        sql.update("delete from " + table
                + " l where l.known is not null or exists (select from bad_lines b where b.line = l.line)");
        sql.list(
                "select 1 from customers where id in (select customer_id from " + table
                        + ") order by id for no key update",
                row -> true);
    }
}

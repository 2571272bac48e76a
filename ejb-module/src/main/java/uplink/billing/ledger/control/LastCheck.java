package uplink.billing.ledger.control;

import java.time.Instant;
import uplink.shared.Sql;

/** When the books were last checked and how many findings there were: one row that every node can tell of. */
public final class LastCheck {

    private static final String KEY = "integrity-check.findings";

    private LastCheck() {}

    /** When all invariants were checked. */
    public static void record(Sql sql, Instant at, int findings) {
        sql.update(
                """
                insert into settings (key, value, updated_at) values (?, ?, ?)
                on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at""",
                KEY,
                Integer.toString(findings),
                at);
    }

    /** How many findings the last check had; 0 before the first, see {@link #seconds}. */
    public static long findings(Sql sql) {
        return sql.number("select coalesce((select value::bigint from settings where key = ?), 0)", KEY);
    }

    /** When the last check began, in seconds since the epoch; 0 before the first. */
    public static long seconds(Sql sql) {
        return sql.number(
                "select coalesce((select extract(epoch from updated_at)::bigint from settings where key = ?), 0)", KEY);
    }
}

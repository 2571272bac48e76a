package uplink.audit.control;

import uplink.audit.boundary.AuditReport;
import uplink.shared.Sql;

/** When the trail was last verified and what came of it: one row that every node can tell of. */
public final class LastVerification {

    private static final String KEY = "audit-verification.findings";

    private LastVerification() {}

    public static void record(Sql sql, AuditReport report) {
        sql.update(
                """
                insert into settings (key, value, updated_at) values (?, ?, ?)
                on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at""",
                KEY,
                Integer.toString(report.findings().size()),
                report.startedAt());
    }

    /** How many findings it had; 0 before the first, see {@link #seconds}. */
    public static long findings(Sql sql) {
        return sql.number("select coalesce((select value::bigint from settings where key = ?), 0)", KEY);
    }

    /** When it began, in seconds since the epoch; 0 before the first. */
    public static long seconds(Sql sql) {
        return sql.number(
                "select coalesce((select extract(epoch from updated_at)::bigint from settings where key = ?), 0)", KEY);
    }
}
